package dev.vidwiz.bootstrap.architecture.planted.bootstrap;

import dev.vidwiz.persistence.video.TranscriptJson;

/** Uses what is public only because Java knows nothing between a package and all. */
public final class AsksInside {
  private AsksInside() {}

  static TranscriptJson reader() {
    return new TranscriptJson();
  }
}
