package dev.vidwiz.persistence.note;

import dev.vidwiz.application.note.NewNote;
import org.jdbi.v3.core.statement.Query;

/** The parameters of statements for a new note. */
final class NoteBinding {

  private NoteBinding() {}

  static Query bind(Query query, NewNote note) {
    return query
        .bind("userId", note.userId())
        .bind("videoId", note.videoId().value())
        .bind("timestamp", note.timestamp().value())
        .bind("text", note.text())
        .bind("createdAt", note.createdAt());
  }
}
