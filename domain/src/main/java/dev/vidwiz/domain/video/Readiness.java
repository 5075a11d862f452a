package dev.vidwiz.domain.video;

/** Which parts of a video are there, and whether its transcript can still be hoped for. */
public record Readiness(
    boolean metadata, boolean transcript, boolean summary, boolean transcriptFailed) {

  /** Tells whether all three parts are there. */
  public boolean isComplete() {
    return metadata && transcript && summary;
  }
}
