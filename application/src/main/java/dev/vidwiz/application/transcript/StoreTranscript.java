package dev.vidwiz.application.transcript;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.InstantSource;

/** Stores the transcript of a video. */
public final class StoreTranscript {

  private final Transactions transactions;
  private final Videos videos;
  private final ReceiveTranscript receive;
  private final Signals signals;
  private final InstantSource clock;

  /** Works on the given storage. */
  public StoreTranscript(
      Transactions transactions,
      Videos videos,
      ReceiveTranscript receive,
      Signals signals,
      InstantSource clock) {
    this.transactions = transactions;
    this.videos = videos;
    this.receive = receive;
    this.signals = signals;
    this.clock = clock;
  }

  /** Stores a transcript, creating the video when it is missing, and returns the video. */
  public Video store(VideoId videoId, JsonText transcript) {
    receive.store(videoId, transcript);
    return transactions.inTransaction(
        () -> {
          videos.ensure(videoId, null, clock.instant());
          receive.announce(videoId, clock.instant());
          signals.publish(new Signal.VideoChanged(videoId));
          return videos.find(videoId).orElseThrow();
        });
  }
}
