package dev.vidwiz.transfer.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts tasks. Of several active tasks of one type for one video, the oldest is imported. Tasks
 * in progress become pending, because their workers report to the old server.
 */
final class TaskRules extends TableRules {

  private static final Set<TaskState> ACTIVE = Set.of(TaskState.PENDING, TaskState.IN_PROGRESS);

  /** The type and the video of a task; one active task is allowed for each. */
  private record Subject(TaskType type, VideoId videoId) {}

  private record Age(Instant createdAt, long position) {

    static final Comparator<Age> OLDEST_FIRST =
        Comparator.comparing(Age::createdAt).thenComparingLong(Age::position);
  }

  private final Map<Subject, Age> oldest = new HashMap<>();

  TaskRules(ImportedIds imported) {
    super(OldTable.TASKS, imported);
  }

  @Override
  boolean looksAhead() {
    return true;
  }

  @Override
  void lookAhead(RowReader reader) {
    try {
      if (ACTIVE.contains(state(reader))) {
        Age age = new Age(reader.createdAt(), reader.position());
        oldest.merge(
            subject(reader),
            age,
            (one, other) -> Age.OLDEST_FIRST.compare(one, other) <= 0 ? one : other);
      }
    } catch (UnusableRowException e) {
      // The row is skipped, with the reason, when it is converted.
    }
  }

  @Override
  NewRow convert(RowReader reader) throws UnusableRowException {
    NewRow row = reader.newRow();
    Subject subject = subject(reader);
    TaskState state = state(reader);
    if (!imported().videos().contains(subject.videoId().value())) {
      throw new UnusableRowException("its video was not imported");
    }
    Age first = oldest.get(subject);
    if (ACTIVE.contains(state) && first != null && first.position() != reader.position()) {
      throw new UnusableRowException("an older task does the same");
    }
    boolean inProgress = state == TaskState.IN_PROGRESS;
    if (inProgress) {
      reader.alter("status", "was in progress: pending again");
    }
    Instant createdAt = reader.createdAt();
    Instant updatedAt = reader.updatedAt(createdAt);
    return row.with("task_type", subject.type().code())
        .with("video_id", subject.videoId().value())
        .with("status", (inProgress ? TaskState.PENDING : state).code())
        .with("task_details", details(reader, subject.videoId()))
        .with("worker_details", workerDetails(reader))
        .with("retry_count", reader.count("retry_count"))
        .with("available_at", createdAt)
        .with("started_at", inProgress ? null : reader.time("started_at"))
        .with("completed_at", completedAt(reader, state, updatedAt))
        .with("created_at", createdAt)
        .with("updated_at", updatedAt);
  }

  @Override
  List<UniqueKey> uniqueKeys() {
    return Arrays.stream(TaskType.values()).map(type -> activeVideo(type.code())).toList();
  }

  private static UniqueKey activeVideo(String type) {
    return new UniqueKey(
        "video_id",
        "task_type = '%s' AND status IN ('pending', 'in_progress')".formatted(type),
        row ->
            type.equals(row.text("task_type"))
                    && TaskState.PENDING.code().equals(row.text("status"))
                ? row.text("video_id")
                : null,
        row -> {
          throw new UnusableRowException("another task here does the same");
        });
  }

  private static TaskState state(RowReader reader) throws UnusableRowException {
    return reader.code("status", TaskState::ofCode, "its status is unknown");
  }

  private static Subject subject(RowReader reader) throws UnusableRowException {
    return new Subject(
        reader.code("task_type", TaskType::ofCode, "its task_type is unknown"), videoId(reader));
  }

  private static VideoId videoId(RowReader reader) throws UnusableRowException {
    return Optional.ofNullable(reader.raw("task_details"))
        .flatMap(OldJson::parse)
        .flatMap(details -> RowReader.videoId(details.path("video_id").textValue()))
        .orElseThrow(() -> new UnusableRowException("its task_details name no YouTube video"));
  }

  private static JsonText details(RowReader reader, VideoId videoId) {
    ObjectNode details = reader.editable("task_details");
    if (!videoId.value().equals(details.path("video_id").textValue())) {
      reader.alter("task_details", "had the address of the video: its id");
    }
    return new JsonText(details.put("video_id", videoId.value()).toString());
  }

  /** Removes errors in a form that {@code ErrorHistory} of the server cannot read. */
  private static JsonText workerDetails(RowReader reader) {
    ObjectNode details = reader.editable("worker_details");
    if (details.has("errors") && !isHistory(details.path("errors"))) {
      details.remove("errors");
      reader.alter("worker_details", "had errors in an unknown form: left out");
    }
    return new JsonText(details.toString());
  }

  private static boolean isHistory(JsonNode errors) {
    if (!errors.isArray()) {
      return false;
    }
    for (JsonNode error : errors) {
      try {
        Instant.parse(error.path("at").asText());
      } catch (DateTimeParseException e) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Instant completedAt(
      RowReader reader, TaskState state, Instant updatedAt) {
    Instant time = reader.time("completed_at");
    if (time != null || ACTIVE.contains(state)) {
      return time;
    }
    reader.alter("completed_at", "was missing: as updated_at");
    return updatedAt;
  }
}
