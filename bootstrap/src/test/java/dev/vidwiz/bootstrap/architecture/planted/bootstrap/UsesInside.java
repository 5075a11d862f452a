package dev.vidwiz.bootstrap.architecture.planted.bootstrap;

import dev.vidwiz.persistence.video.TranscriptJson;

/**
 * Violation: uses an internal class of persistence, which is public only for its other packages.
 */
public final class UsesInside {
  private UsesInside() {}

  static TranscriptJson reader() {
    return new TranscriptJson();
  }
}
