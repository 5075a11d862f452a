package dev.vidwiz.application.transcript;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Transcript;

/** Parses the JSON of transcripts. Thread-safe. */
public interface TranscriptReader {

  /**
   * Parses an array of {@code {text, offset, duration}}. Entries without a text are left out. A
   * missing or invalid offset becomes {@code start}, or else the offset of the previous entry. A
   * missing or invalid duration becomes 0.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when it is no such array
   */
  Transcript read(JsonText transcript);
}
