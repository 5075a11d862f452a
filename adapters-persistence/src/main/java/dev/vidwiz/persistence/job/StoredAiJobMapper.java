package dev.vidwiz.persistence.job;

import dev.vidwiz.application.job.StoredAiJob;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.database.Row;
import dev.vidwiz.persistence.task.ErrorHistory;
import java.sql.SQLException;

/** Maps a row to an AI job with its state. */
final class StoredAiJobMapper implements RecordMapper<StoredAiJob> {

  static final String COLUMNS =
      AiJobMapper.COLUMNS + ", status, errors, available_at, started_at, updated_at";

  private final AiJobMapper job = new AiJobMapper();

  @Override
  public StoredAiJob map(Row row) throws SQLException {
    return new StoredAiJob(
        job.map(row),
        AiJobStatus.state(row.getText("status")),
        ErrorHistory.parse(row.getJson("errors")),
        row.getTime("available_at"),
        row.findTime("started_at"),
        row.getTime("updated_at"));
  }
}
