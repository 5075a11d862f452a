package dev.vidwiz.application.storage;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.storage.Backlog.JobKey;
import dev.vidwiz.application.storage.Backlog.TaskKey;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@link StorageMetrics} promises. */
public abstract class StorageMetricsContract extends StorageContract {

  private static final Instant EARLIER = NOW.minusSeconds(60);

  @Test
  void counts_nothing_in_an_empty_storage() {
    Backlog backlog = storage.metrics().backlog();

    assertThat(backlog.tasks().values()).allMatch(number -> number == 0);
    assertThat(backlog.jobs().values()).allMatch(number -> number == 0);
    assertThat(backlog.taskDue()).isEmpty();
    assertThat(backlog.oldestJob()).isEmpty();
    assertThat(backlog.transcripts()).isZero();
    assertThat(backlog.lastRuns()).isEmpty();
  }

  @Test
  void counts_transcripts() {
    VideoId video = newVideoId();
    storage.transcripts().put(video, new JsonText("[]"));
    storage.transcripts().put(newVideoId(), new JsonText("[]"));
    assertThat(storage.metrics().backlog().transcripts()).isEqualTo(2);

    storage.transcripts().remove(video);
    assertThat(storage.metrics().backlog().transcripts()).isEqualTo(1);
  }

  @Test
  void knows_the_last_run_of_each_job() {
    storage.lastRuns().record(LastRuns.Job.RETENTION, EARLIER);
    storage.lastRuns().record(LastRuns.Job.RETENTION, NOW);
    storage.lastRuns().record(LastRuns.Job.BACKUP, EARLIER);

    assertThat(storage.metrics().backlog().lastRuns())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(LastRuns.Job.RETENTION, NOW, LastRuns.Job.BACKUP, EARLIER));
  }

  @Test
  void counts_tasks_by_type_and_state() {
    for (int i = 0; i < 6; i++) {
      schedule(TaskType.TRANSCRIPT, EARLIER.plusSeconds(i));
    }
    schedule(TaskType.METADATA, NOW);
    end(claim().completed(NOW));
    end(claim().completed(NOW));
    end(claim().failedForGood("gone", NOW));
    claim();

    Backlog backlog = storage.metrics().backlog();

    assertThat(tasks(backlog, TaskType.TRANSCRIPT, TaskState.PENDING)).isEqualTo(2);
    assertThat(tasks(backlog, TaskType.TRANSCRIPT, TaskState.IN_PROGRESS)).isEqualTo(1);
    assertThat(tasks(backlog, TaskType.TRANSCRIPT, TaskState.COMPLETED)).isEqualTo(2);
    assertThat(tasks(backlog, TaskType.TRANSCRIPT, TaskState.FAILED)).isEqualTo(1);
    assertThat(tasks(backlog, TaskType.METADATA, TaskState.PENDING)).isEqualTo(1);
    assertThat(tasks(backlog, TaskType.METADATA, TaskState.COMPLETED)).isZero();
    assertThat(backlog.taskDue())
        .containsEntry(TaskType.TRANSCRIPT, EARLIER.plusSeconds(4))
        .containsEntry(TaskType.METADATA, NOW);
  }

  @Test
  void counts_jobs_by_kind_and_state_and_knows_the_oldest() {
    storage.outbox().add(AiJobKind.AI_NOTE, newVideoId(), 1L, EARLIER);
    storage.outbox().add(AiJobKind.AI_NOTE, newVideoId(), 2L, NOW);
    storage.outbox().add(AiJobKind.SUMMARY, newVideoId(), null, EARLIER);
    AiJob note = claim(AiJobKind.AI_NOTE);
    storage.outbox().putBack(note, NOW.plusSeconds(30), "the queue is down", NOW);
    storage.outbox().fail(claim(AiJobKind.SUMMARY), "no", NOW);

    Backlog backlog = storage.metrics().backlog();

    assertThat(jobs(backlog, AiJobKind.AI_NOTE, TaskState.PENDING)).isEqualTo(2);
    assertThat(jobs(backlog, AiJobKind.AI_NOTE, TaskState.FAILED)).isZero();
    assertThat(jobs(backlog, AiJobKind.SUMMARY, TaskState.PENDING)).isZero();
    assertThat(jobs(backlog, AiJobKind.SUMMARY, TaskState.FAILED)).isEqualTo(1);
    assertThat(backlog.oldestJob()).containsOnlyKeys(AiJobKind.AI_NOTE);
    assertThat(backlog.oldestJob()).containsEntry(AiJobKind.AI_NOTE, EARLIER);
  }

  @Test
  void counts_the_age_of_a_claimed_job() {
    storage.outbox().add(AiJobKind.SUMMARY, newVideoId(), null, EARLIER);
    claim(AiJobKind.SUMMARY);

    assertThat(storage.metrics().backlog().oldestJob()).containsEntry(AiJobKind.SUMMARY, EARLIER);
  }

  private void schedule(TaskType type, Instant at) {
    storage.tasks().schedule(type, newVideoId(), new Requester.Nobody(), at, EARLIER);
  }

  private Task claim() {
    return storage.tasks().claim(TaskType.TRANSCRIPT, null, NOW).orElseThrow();
  }

  private void end(Task ended) {
    Task claimed = storage.tasks().find(ended.id()).orElseThrow();
    assertThat(storage.tasks().updateIfUnchanged(claimed, ended)).isTrue();
  }

  private AiJob claim(AiJobKind kind) {
    return storage.outbox().claim(kind, 1, NOW, NOW.plusSeconds(60)).getFirst();
  }

  private static int tasks(Backlog backlog, TaskType type, TaskState state) {
    return Objects.requireNonNullElse(backlog.tasks().get(new TaskKey(type, state)), 0);
  }

  private static int jobs(Backlog backlog, AiJobKind kind, TaskState state) {
    return Objects.requireNonNullElse(backlog.jobs().get(new JobKey(kind, state)), 0);
  }
}
