package dev.vidwiz.application.video;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.domain.json.JsonText;
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
   * Stores a summary and suggested questions, creating the video when it is missing, and returns
   * the video. Null keeps the current ones.
   *
   * @param questions a JSON array of texts
   */
  public Video store(VideoId videoId, @Nullable String summary, @Nullable JsonText questions) {
    return transactions.inTransaction(
        () -> {
          Video video = videos.ensure(videoId, null, clock.instant());
          if (summary == null && questions == null) {
            return video;
          }
          if (summary != null) {
            videos.storeSummary(videoId, summary, clock.instant());
          }
          if (questions != null) {
            videos.storeSuggestedQuestions(videoId, questions, clock.instant());
          }
          signals.publish(new Signal.VideoChanged(videoId));
          return videos.find(videoId).orElseThrow();
        });
  }
}
