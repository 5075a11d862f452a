package dev.vidwiz.application.video;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.InstantSource;

/** Takes in the transcript of a video. */
public final class StoreTranscript {

  private final Transactions transactions;
  private final Videos videos;
  private final ReceiveTranscript receive;
  private final Signals signals;
  private final InstantSource clock;

  /** Works on the given storage. */
  public StoreTranscript(Storage storage, ReceiveTranscript receive, InstantSource clock) {
    this.transactions = storage.transactions();
    this.videos = storage.videos();
    this.receive = receive;
    this.signals = storage.signals();
    this.clock = clock;
  }

  /** Stores a transcript, creating the video when it is missing, and returns the video. */
  public Video store(VideoId videoId, JsonText transcript) {
    receive.keep(videoId, transcript);
    return transactions.inTransaction(
        () -> {
          videos.ensure(videoId, null, clock.instant());
          receive.announce(videoId, clock.instant());
          signals.publish(new Signal.VideoChanged(videoId));
          return videos.find(videoId).orElseThrow();
        });
  }
}
