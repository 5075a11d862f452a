package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.database.Row;
import java.sql.SQLException;

/** Maps a row to a task. */
final class TaskMapper implements RecordMapper<Task> {

  static final String COLUMNS =
      "id, task_type, video_id, status, retry_count, claim_id, worker_details, available_at,"
          + " started_at, completed_at, created_at, updated_at";

  @Override
  public Task map(Row row) throws SQLException {
    WorkerDetails details = WorkerDetails.parse(row.getJson("worker_details"));
    return new Task(
        row.getLong("id"),
        TaskType.ofCode(row.getText("task_type")),
        new VideoId(row.getText("video_id")),
        TaskState.ofCode(row.getText("status")),
        row.getInt("retry_count"),
        details.workerUserId(),
        row.findText("claim_id"),
        details.errors(),
        details.postponements(),
        row.getTime("available_at"),
        row.findTime("started_at"),
        row.findTime("completed_at"),
        row.getTime("created_at"),
        row.getTime("updated_at"));
  }
}
