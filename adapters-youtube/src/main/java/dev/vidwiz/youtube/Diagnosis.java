package dev.vidwiz.youtube;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;

/**
 * The results of all sources for a video.
 *
 * @param transcript the transcript that would be stored, or why there is none
 * @param origin the track and source of the transcript, for operators; empty when there is none
 * @param metadata the metadata that would be stored, or why there is none
 */
public record Diagnosis(
    Fetched<JsonText> transcript, String origin, Fetched<FetchedMetadata> metadata) {}
