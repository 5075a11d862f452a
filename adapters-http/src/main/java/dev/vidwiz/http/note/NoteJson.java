package dev.vidwiz.http.note;

import dev.vidwiz.domain.note.Note;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The schema {@code NoteRead}. */
public record NoteJson(
    long id,
    String videoId,
    String timestamp,
    @Nullable String text,
    boolean generatedByAi,
    Instant createdAt,
    Instant updatedAt,
    long userId) {

  /** Converts a note. */
  public static NoteJson from(Note note) {
    return new NoteJson(
        note.id(),
        note.videoId().value(),
        note.timestamp().value(),
        note.text(),
        note.generatedByAi(),
        note.createdAt(),
        note.updatedAt(),
        note.userId());
  }
}
