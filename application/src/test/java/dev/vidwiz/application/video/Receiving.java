package dev.vidwiz.application.video;

import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.domain.transcript.Transcript;
import java.util.List;

/** Takes in transcripts for tests that do not read them. */
public final class Receiving {

  private Receiving() {}

  /** Keeps transcripts in the storage. */
  public static ReceiveTranscript in(Storage storage) {
    return new ReceiveTranscript(
        storage,
        storage.transcripts(),
        new Transcripts(storage.transcripts(), json -> new Transcript(List.of())),
        (videoId, now) -> {});
  }
}
