package dev.vidwiz.application.video;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.InstantSource;

/** Stores the metadata of a video. */
public final class StoreMetadata {

  private final Transactions transactions;
  private final Videos videos;
  private final Signals signals;
  private final InstantSource clock;

  /** Works on the given storage. */
  public StoreMetadata(
      Transactions transactions, Videos videos, Signals signals, InstantSource clock) {
    this.transactions = transactions;
    this.videos = videos;
    this.signals = signals;
    this.clock = clock;
  }

  /** Stores metadata, creating the video when it is missing, and returns the video. */
  public Video store(VideoId videoId, FetchedMetadata metadata) {
    return transactions.inTransaction(
        () -> {
          videos.ensure(videoId, metadata.title(), clock.instant());
          videos.storeMetadata(videoId, metadata.document(), metadata.title(), clock.instant());
          signals.publish(new Signal.VideoChanged(videoId));
          return videos.find(videoId).orElseThrow();
        });
  }
}
