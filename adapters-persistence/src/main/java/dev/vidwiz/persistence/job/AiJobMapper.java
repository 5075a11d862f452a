package dev.vidwiz.persistence.job;

import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.database.Row;
import java.sql.SQLException;

/** Maps a row to an AI job. */
final class AiJobMapper implements RecordMapper<AiJob> {

  static final String COLUMNS = "id, kind, video_id, note_id, attempts, created_at";

  @Override
  public AiJob map(Row row) throws SQLException {
    return new AiJob(
        row.getLong("id"),
        AiJobKind.ofCode(row.getText("kind")),
        new VideoId(row.getText("video_id")),
        row.findLong("note_id"),
        row.getInt("attempts"),
        row.getTime("created_at"));
  }
}
