package dev.vidwiz.application.video;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Stores the summary of a video. */
public final class StoreSummary {

  private final Transactions transactions;
  private final Videos videos;
  private final Signals signals;
  private final InstantSource clock;

  /** Works on the given storage. */
  public StoreSummary(
      Transactions transactions, Videos videos, Signals signals, InstantSource clock) {
    this.transactions = transactions;
    this.videos = videos;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * Stores a summary, creating the video when it is missing, and returns the video. Null keeps the
   * current summary.
   */
  public Video store(VideoId videoId, @Nullable String summary) {
    return transactions.inTransaction(
        () -> {
          Video video = videos.ensure(videoId, null, clock.instant());
          if (summary == null) {
            return video;
          }
          videos.storeSummary(videoId, summary, clock.instant());
          signals.publish(new Signal.VideoChanged(videoId));
          return videos.find(videoId).orElseThrow();
        });
  }
}
