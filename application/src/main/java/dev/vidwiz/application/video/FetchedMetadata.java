package dev.vidwiz.application.video;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Title;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a video.
 *
 * @param document a JSON object
 * @param title the title in it, if there is a usable one
 */
public record FetchedMetadata(JsonText document, @Nullable Title title) {}
