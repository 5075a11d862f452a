package dev.vidwiz.persistence.ai;

import dev.vidwiz.application.ai.AiJob;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;

/** Reads a job. */
final class AiJobMapper implements RowViewMapper<AiJob> {

  static final String COLUMNS = "id, kind, video_id, note_id, attempts, created_at";

  @Override
  public AiJob map(RowView row) {
    return new AiJob(
        row.getColumn("id", Long.class),
        AiJobKind.ofCode(row.getColumn("kind", String.class)),
        new VideoId(row.getColumn("video_id", String.class)),
        row.getColumn("note_id", Long.class),
        row.getColumn("attempts", Integer.class),
        row.getColumn("created_at", Instant.class));
  }
}
