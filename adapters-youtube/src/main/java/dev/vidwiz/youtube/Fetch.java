package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;

/**
 * One fetch: its video, and when it ends, over all sources.
 *
 * @param endNanos as {@link System#nanoTime} counts
 */
record Fetch(VideoId videoId, long endNanos) {

  /** Less than the lease of a task, so that the result still counts. */
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  static Fetch of(VideoId videoId) {
    return new Fetch(videoId, System.nanoTime() + TIMEOUT.toNanos());
  }

  /**
   * Returns the time left, {@code limit} at most.
   *
   * @throws Refusal when there is none left
   */
  Duration timeLeft(Duration limit) throws Refusal {
    Duration left = Duration.ofNanos(endNanos - System.nanoTime());
    if (!left.isPositive()) {
      throw Refusal.unreachable("not asked: the other sources took all the time");
    }
    return left.compareTo(limit) < 0 ? left : limit;
  }

  /** Rejects an answer about another video: YouTube swaps videos for clients that it refuses. */
  void requireSameVideo(JsonNode id) throws Refusal {
    if (!id.asText().equals(videoId.value())) {
      throw Refusal.of(Refusal.Kind.BLOCKED, "an answer about another video");
    }
  }
}
