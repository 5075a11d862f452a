package dev.vidwiz.domain.video;

import org.jspecify.annotations.Nullable;

/**
 * Which parts of a video are there, and what there is to say of a transcript that is not.
 *
 * @param transcriptError a sentence for people, which holds for good or for now
 */
public record Readiness(
    boolean metadata, boolean transcript, boolean summary, @Nullable String transcriptError) {

  /** Tells whether all three parts are there. */
  public boolean isComplete() {
    return metadata && transcript && summary;
  }
}
