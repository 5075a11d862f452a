package dev.vidwiz.application.video;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Title;
import org.jspecify.annotations.Nullable;

/**
 * The fetched metadata of a video.
 *
 * @param document a JSON object
 * @param title the title in it; null when there is no valid one
 */
public record FetchedMetadata(JsonText document, @Nullable Title title) {}
