package dev.vidwiz.application.job;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link JobList} promises. */
public abstract class JobListContract extends StorageContract {

  private static final Instant EARLIER = NOW.minusSeconds(1);
  private static final Instant LATER = NOW.plusSeconds(1);

  @Test
  void is_empty_when_there_is_nothing() {
    assertThat(search(null, null)).isEmpty();
    assertThat(found(null, null, 1, 10).total()).isZero();
  }

  @Test
  void lists_tasks_and_ai_jobs_together_those_created_last_first() {
    JobId old = task(TaskType.TRANSCRIPT, EARLIER);
    JobId first = task(TaskType.METADATA, NOW);
    JobId second = task(TaskType.TRANSCRIPT, NOW);
    JobId note = aiJob(AiJobKind.AI_NOTE, 7L, NOW);
    JobId young = aiJob(AiJobKind.SUMMARY, null, LATER);

    assertThat(search(null, null)).containsExactly(young, note, second, first, old);
  }

  @Test
  void finds_tasks_by_their_state() {
    JobId pending = task(TaskType.TRANSCRIPT, LATER);
    JobId inProgress = JobId.task(claimed().id());
    JobId completed = claimedAnd(task -> task.completed(NOW));
    JobId failed = claimedAnd(task -> task.failedForGood("no captions", NOW));
    JobId cancelled = claimedAnd(task -> task.cancelled(NOW));

    assertThat(search(TaskState.PENDING, null)).containsExactly(pending);
    assertThat(search(TaskState.IN_PROGRESS, null)).containsExactly(inProgress);
    assertThat(search(TaskState.COMPLETED, null)).containsExactly(completed);
    assertThat(search(TaskState.FAILED, null)).containsExactly(failed);
    assertThat(search(TaskState.CANCELLED, null)).containsExactly(cancelled);
  }

  @Test
  void finds_ai_jobs_by_their_state() {
    JobId dead = aiJob(AiJobKind.SUMMARY, null, NOW);
    storage.outbox().fail(claim(AiJobKind.SUMMARY), "hopeless", NOW);
    JobId leased = aiJob(AiJobKind.SUMMARY, null, NOW);
    claim(AiJobKind.SUMMARY);
    JobId cancelled = aiJob(AiJobKind.SUMMARY, null, NOW);
    storage.outbox().cancel(cancelled.number(), NOW);
    JobId waiting = aiJob(AiJobKind.SUMMARY, null, NOW);

    assertThat(search(TaskState.PENDING, null)).containsExactly(waiting);
    assertThat(search(TaskState.IN_PROGRESS, null)).containsExactly(leased);
    assertThat(search(TaskState.COMPLETED, null)).isEmpty();
    assertThat(search(TaskState.FAILED, null)).containsExactly(dead);
    assertThat(search(TaskState.CANCELLED, null)).containsExactly(cancelled);
  }

  @Test
  void finds_jobs_by_their_type() {
    JobId transcript = task(TaskType.TRANSCRIPT, NOW);
    JobId metadata = task(TaskType.METADATA, NOW);
    JobId note = aiJob(AiJobKind.AI_NOTE, 7L, NOW);
    JobId summary = aiJob(AiJobKind.SUMMARY, null, NOW);

    assertThat(search(null, JobType.FETCH_TRANSCRIPT)).containsExactly(transcript);
    assertThat(search(null, JobType.FETCH_METADATA)).containsExactly(metadata);
    assertThat(search(null, JobType.AI_NOTE)).containsExactly(note);
    assertThat(search(null, JobType.SUMMARY)).containsExactly(summary);
    assertThat(search(TaskState.PENDING, JobType.SUMMARY)).containsExactly(summary);
    assertThat(search(TaskState.FAILED, JobType.SUMMARY)).isEmpty();
  }

  @Test
  void pages_neither_skip_nor_repeat_a_job() {
    List<JobId> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.addFirst(task(TaskType.TRANSCRIPT, NOW.plusSeconds(i)));
      all.addFirst(aiJob(AiJobKind.SUMMARY, null, NOW.plusSeconds(i)));
    }

    List<JobId> pages = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      JobList.Found found = found(null, null, page, 3);
      assertThat(found.total()).isEqualTo(8);
      pages.addAll(found.ids());
    }

    assertThat(pages).isEqualTo(all);
    assertThat(found(null, null, 4, 3)).isEqualTo(new JobList.Found(List.of(), 8));
    assertThat(found(null, null, Integer.MAX_VALUE, 50).ids()).isEmpty();
  }

  @Test
  void counts_and_returns_up_to_the_limit() {
    for (int i = 0; i < 4; i++) {
      task(TaskType.TRANSCRIPT, NOW);
      aiJob(AiJobKind.SUMMARY, null, NOW);
    }

    assertThat(storage.jobs().search(new JobSearch(null, null, null, 1, 2), 5))
        .returns(5, JobList.Found::total)
        .satisfies(found -> assertThat(found.ids()).hasSize(2));
    assertThat(storage.jobs().search(new JobSearch(null, null, null, 3, 2), 5).ids()).hasSize(1);
    assertThat(storage.jobs().search(new JobSearch(null, null, null, 4, 2), 5).ids()).isEmpty();
    assertThat(storage.jobs().search(new JobSearch(null, JobType.SUMMARY, null, 1, 2), 5).total())
        .isEqualTo(4);
  }

  @Test
  void finds_the_jobs_of_one_video() {
    VideoId video = newVideoId();
    task(TaskType.TRANSCRIPT, NOW);
    aiJob(AiJobKind.SUMMARY, null, NOW);
    assertThat(
            storage.tasks().schedule(TaskType.TRANSCRIPT, video, new Requester.Nobody(), NOW, NOW))
        .isTrue();
    JobId transcript = newest(JobId.Kind.TASK);
    assertThat(
            storage
                .tasks()
                .schedule(TaskType.METADATA, video, new Requester.Nobody(), LATER, LATER))
        .isTrue();
    JobId metadata = newest(JobId.Kind.TASK);
    assertThat(storage.outbox().add(AiJobKind.SUMMARY, video, null, LATER)).isTrue();
    JobId summary = newest(JobId.Kind.AI);

    assertThat(ofVideo(video, null, null)).containsExactly(summary, metadata, transcript);
    assertThat(ofVideo(video, null, JobType.FETCH_METADATA)).containsExactly(metadata);
    assertThat(ofVideo(video, TaskState.PENDING, null))
        .containsExactly(summary, metadata, transcript);
    assertThat(ofVideo(video, TaskState.FAILED, null)).isEmpty();
    assertThat(ofVideo(newVideoId(), null, null)).isEmpty();
    assertThat(storage.jobs().search(new JobSearch(null, null, video, 2, 2), 100))
        .isEqualTo(new JobList.Found(List.of(transcript), 3));
  }

  private List<JobId> ofVideo(VideoId video, @Nullable TaskState state, @Nullable JobType type) {
    return storage.jobs().search(new JobSearch(state, type, video, 1, 50), 100).ids();
  }

  private Task claimed() {
    task(TaskType.METADATA, NOW);
    return storage.tasks().claim(TaskType.METADATA, null, NOW).orElseThrow();
  }

  private JobId claimedAnd(UnaryOperator<Task> end) {
    Task claimed = claimed();
    assertThat(storage.tasks().updateIfUnchanged(claimed, end.apply(claimed))).isTrue();
    return JobId.task(claimed.id());
  }

  /** Adds a task and returns its id: that of the greatest number. */
  private JobId task(TaskType type, Instant createdAt) {
    VideoId videoId = newVideoId();
    assertThat(
            storage.tasks().schedule(type, videoId, new Requester.Nobody(), createdAt, createdAt))
        .isTrue();
    return newest(JobId.Kind.TASK);
  }

  private JobId aiJob(AiJobKind kind, @Nullable Long noteId, Instant createdAt) {
    assertThat(storage.outbox().add(kind, newVideoId(), noteId, createdAt)).isTrue();
    return newest(JobId.Kind.AI);
  }

  private JobId newest(JobId.Kind kind) {
    return found(null, null, 1, 50).ids().stream()
        .filter(id -> id.kind() == kind)
        .max(Comparator.comparingLong(JobId::number))
        .orElseThrow();
  }

  private AiJob claim(AiJobKind kind) {
    return storage.outbox().claim(kind, 1, NOW, LATER).getFirst();
  }

  private List<JobId> search(@Nullable TaskState state, @Nullable JobType type) {
    return found(state, type, 1, 50).ids();
  }

  private JobList.Found found(
      @Nullable TaskState state, @Nullable JobType type, int page, int perPage) {
    return storage.jobs().search(new JobSearch(state, type, null, page, perPage), 100);
  }
}
