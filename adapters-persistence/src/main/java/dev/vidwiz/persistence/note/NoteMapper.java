package dev.vidwiz.persistence.note;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.database.Row;
import java.sql.SQLException;

/** Maps a row to a note. */
final class NoteMapper implements RecordMapper<Note> {

  static final String COLUMNS =
      "id, user_id, video_id, \"timestamp\", text, generated_by_ai, created_at, updated_at";

  @Override
  public Note map(Row row) throws SQLException {
    return new Note(
        row.getLong("id"),
        row.getLong("user_id"),
        new VideoId(row.getText("video_id")),
        new Timestamp(row.getText("timestamp")),
        row.findText("text"),
        row.getBoolean("generated_by_ai"),
        row.getTime("created_at"),
        row.getTime("updated_at"));
  }
}
