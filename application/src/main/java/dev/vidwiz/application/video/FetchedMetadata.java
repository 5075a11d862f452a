package dev.vidwiz.application.video;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.HttpAddresses;
import dev.vidwiz.domain.video.Title;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fetched metadata of a video, with web addresses only, whoever fetched it.
 *
 * @param document a JSON object
 * @param title the title in it; null when there is no valid one
 */
public record FetchedMetadata(JsonText document, @Nullable Title title) {

  /** Leaves other addresses out. */
  public FetchedMetadata {
    Objects.requireNonNull(document, "document");
    document = HttpAddresses.keepOnly(document);
  }
}
