package dev.vidwiz.transfer.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tasks. Of several that wait or are in progress for the same, the oldest stays. Those in progress
 * wait again, as their workers knew the old server.
 */
final class TaskRules implements Rules {

  private static final Set<TaskState> ACTIVE = Set.of(TaskState.PENDING, TaskState.IN_PROGRESS);

  /** What a task is about. */
  private record Subject(TaskType type, VideoId videoId) {}

  private record Age(Instant createdAt, long position) {

    static final Comparator<Age> OLDEST_FIRST =
        Comparator.comparing(Age::createdAt).thenComparingLong(Age::position);
  }

  private final Known known;
  private final Map<Subject, Age> oldest = new HashMap<>();

  TaskRules(Known known) {
    this.known = known;
  }

  @Override
  public OldTable table() {
    return OldTable.TASKS;
  }

  @Override
  public boolean looksAhead() {
    return true;
  }

  @Override
  public void lookAhead(OldRow row) {
    Cells cells = new Cells(row);
    try {
      if (ACTIVE.contains(state(cells))) {
        Age age = new Age(cells.createdAt(), row.position());
        oldest.merge(
            subject(cells),
            age,
            (one, other) -> Age.OLDEST_FIRST.compare(one, other) <= 0 ? one : other);
      }
    } catch (Unusable e) {
      // It will be skipped, and the reason told, when its turn comes.
    }
  }

  @Override
  public NewRow convert(Cells cells) throws Unusable {
    long id = cells.id();
    Subject subject = subject(cells);
    TaskState state = state(cells);
    if (!known.videos().contains(subject.videoId().value())) {
      throw new Unusable("its video was not imported");
    }
    Age first = oldest.get(subject);
    if (ACTIVE.contains(state) && first != null && first.position() != cells.position()) {
      throw new Unusable("an older task is to do the same");
    }
    boolean begun = state == TaskState.IN_PROGRESS;
    if (begun) {
      cells.alter("status", "was in progress: pending again");
    }
    Instant createdAt = cells.createdAt();
    Instant updatedAt = cells.updatedAt(createdAt);
    return NewRow.of(id)
        .with("task_type", subject.type().code())
        .with("video_id", subject.videoId().value())
        .with("status", (begun ? TaskState.PENDING : state).code())
        .with("task_details", details(cells, subject.videoId()))
        .with("worker_details", workerDetails(cells))
        .with("retry_count", cells.count("retry_count"))
        .with("available_at", createdAt)
        .with("started_at", begun ? null : cells.time("started_at"))
        .with("completed_at", completedAt(cells, state, updatedAt))
        .with("created_at", createdAt)
        .with("updated_at", updatedAt)
        .build(cells);
  }

  @Override
  public Held held(List<NewRow> rows, Target target) {
    List<String> videoIds =
        rows.stream().filter(TaskRules::isPending).map(row -> row.sureText("video_id")).toList();
    return new Held(Map.of("subject", target.activeTasks(videoIds)));
  }

  @Override
  public NewRow fitIn(NewRow row, Held held) throws Unusable {
    String subject = row.text("task_type") + " " + row.text("video_id");
    if (isPending(row) && held.byOther("subject", subject, row.id())) {
      throw new Unusable("another task here is to do the same");
    }
    return row;
  }

  private static boolean isPending(NewRow row) {
    return row.sureText("status").equals(TaskState.PENDING.code());
  }

  private static TaskState state(Cells cells) throws Unusable {
    String text = cells.raw("status");
    try {
      return TaskState.ofCode(text == null ? "" : text.strip());
    } catch (IllegalArgumentException e) {
      throw new Unusable("its status is unknown");
    }
  }

  private static Subject subject(Cells cells) throws Unusable {
    return new Subject(type(cells), videoId(cells));
  }

  private static TaskType type(Cells cells) throws Unusable {
    String text = cells.raw("task_type");
    String code = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    try {
      return TaskType.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw new Unusable("its task_type is unknown");
    }
  }

  private static VideoId videoId(Cells cells) throws Unusable {
    return Optional.ofNullable(cells.raw("task_details"))
        .flatMap(OldJson::parse)
        .flatMap(details -> Cells.videoId(details.path("video_id").textValue()))
        .orElseThrow(() -> new Unusable("its task_details name no YouTube video"));
  }

  private static JsonText details(Cells cells, VideoId videoId) {
    ObjectNode details = cells.changeable("task_details");
    if (!videoId.value().equals(details.path("video_id").textValue())) {
      cells.alter("task_details", "had the address of the video: its id");
    }
    return new JsonText(details.put("video_id", videoId.value()).toString());
  }

  /** Our history of errors has times; what else an old worker called so cannot be read. */
  private static JsonText workerDetails(Cells cells) {
    ObjectNode details = cells.changeable("worker_details");
    if (details.has("errors") && !isHistory(details.path("errors"))) {
      details.remove("errors");
      cells.alter("worker_details", "had errors in an unknown form: left out");
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

  private static @Nullable Instant completedAt(Cells cells, TaskState state, Instant updatedAt) {
    Instant time = cells.time("completed_at");
    if (time != null || ACTIVE.contains(state)) {
      return time;
    }
    cells.alter("completed_at", "was missing: as updated_at");
    return updatedAt;
  }
}
