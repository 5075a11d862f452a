package dev.vidwiz.application.transcript;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Transcript;

/** Understands the JSON form of transcripts. */
public interface TranscriptReader {

  /**
   * Reads an array of {@code {text, offset, duration}}. Entries without a text are left out; {@code
   * start} stands for a missing or senseless offset, else that of the entry before, and 0 for a
   * duration.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when it is no such array
   */
  Transcript read(JsonText transcript);
}
