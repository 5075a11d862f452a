package dev.vidwiz.domain.video;

import org.jspecify.annotations.Nullable;

/**
 * Which parts of a video are available, and why the transcript is not.
 *
 * @param transcriptError why there is no transcript, as a sentence for users; null when there is no
 *     error
 */
public record Readiness(
    boolean metadata, boolean transcript, boolean summary, @Nullable String transcriptError) {

  /** Tells whether all three parts are available. */
  public boolean isComplete() {
    return metadata && transcript && summary;
  }
}
