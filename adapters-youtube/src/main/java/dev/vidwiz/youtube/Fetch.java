package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;

/**
 * A fetch of one video from all sources.
 *
 * @param endNanos when it must end, as a value of {@link System#nanoTime}
 */
record Fetch(VideoId videoId, long endNanos) {

  /** Shorter than the lease of a task, so that the result is accepted. */
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  static Fetch of(VideoId videoId) {
    return new Fetch(videoId, System.nanoTime() + TIMEOUT.toNanos());
  }

  /**
   * Returns the remaining time, but at most {@code limit}.
   *
   * @throws Refusal if no time remains
   */
  Duration timeLeft(Duration limit) throws Refusal {
    Duration left = Duration.ofNanos(endNanos - System.nanoTime());
    if (!left.isPositive()) {
      throw Refusal.unreachable("not requested: the other sources used up the time");
    }
    return left.compareTo(limit) < 0 ? left : limit;
  }

  /** Refuses another video, which YouTube sends to clients that it blocks. */
  void requireSameVideo(JsonNode id) throws Refusal {
    if (!id.asText().equals(videoId.value())) {
      throw Refusal.of(Refusal.Kind.BLOCKED, "an answer about another video");
    }
  }
}
