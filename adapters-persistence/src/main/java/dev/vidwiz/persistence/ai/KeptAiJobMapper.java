package dev.vidwiz.persistence.ai;

import dev.vidwiz.application.ai.KeptAiJob;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.persistence.task.ErrorHistory;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;

/** Reads a job with where it stands. */
final class KeptAiJobMapper implements RowViewMapper<KeptAiJob> {

  static final String COLUMNS =
      AiJobMapper.COLUMNS + ", status, errors, available_at, started_at, updated_at";

  private final AiJobMapper job = new AiJobMapper();

  @Override
  public KeptAiJob map(RowView row) {
    return new KeptAiJob(
        job.map(row),
        AiJobStatus.state(row.getColumn("status", String.class)),
        ErrorHistory.parse(row.getColumn("errors", JsonText.class)),
        row.getColumn("available_at", Instant.class),
        row.getColumn("started_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }
}
