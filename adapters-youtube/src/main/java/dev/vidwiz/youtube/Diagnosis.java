package dev.vidwiz.youtube;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;

/**
 * What all sources together give of a video.
 *
 * @param transcript the transcript that would be stored, or why there is none
 * @param origin where the transcript is from, for people; empty when there is none
 * @param metadata the metadata that would be stored, or why there are none
 */
public record Diagnosis(
    Fetched<JsonText> transcript, String origin, Fetched<FetchedMetadata> metadata) {}
