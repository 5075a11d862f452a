package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;

/** Reads a task. */
final class TaskMapper implements RowViewMapper<Task> {

  static final String COLUMNS =
      "id, task_type, video_id, status, retry_count, worker_details, available_at, started_at,"
          + " completed_at, created_at, updated_at";

  @Override
  public Task map(RowView row) {
    WorkerDetails details = WorkerDetails.parse(row.getColumn("worker_details", JsonText.class));
    return new Task(
        row.getColumn("id", Long.class),
        TaskType.ofCode(row.getColumn("task_type", String.class)),
        new VideoId(row.getColumn("video_id", String.class)),
        TaskState.ofCode(row.getColumn("status", String.class)),
        row.getColumn("retry_count", Integer.class),
        details.workerUserId(),
        details.errors(),
        row.getColumn("available_at", Instant.class),
        row.getColumn("started_at", Instant.class),
        row.getColumn("completed_at", Instant.class),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }
}
