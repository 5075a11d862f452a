package dev.vidwiz.persistence.note;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;

/** Reads a note. */
final class NoteMapper implements RowViewMapper<Note> {

  static final String COLUMNS =
      "id, user_id, video_id, \"timestamp\", text, generated_by_ai, created_at, updated_at";

  @Override
  public Note map(RowView row) {
    return new Note(
        row.getColumn("id", Long.class),
        row.getColumn("user_id", Long.class),
        new VideoId(row.getColumn("video_id", String.class)),
        new Timestamp(row.getColumn("timestamp", String.class)),
        row.getColumn("text", String.class),
        row.getColumn("generated_by_ai", Boolean.class),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }
}
