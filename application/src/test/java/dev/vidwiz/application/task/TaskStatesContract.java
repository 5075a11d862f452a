package dev.vidwiz.application.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.task.Postponements;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskError;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TaskQueue} promises about what becomes of a task once it is handed out. */
public abstract class TaskStatesContract extends StorageContract {

  private static final TaskType TYPE = TaskType.TRANSCRIPT;
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Instant NEVER_FAILED = NOW.minus(Duration.ofDays(1));

  private final VideoId videoId = newVideoId();
  private TaskQueue tasks;

  @BeforeEach
  final void takeTasks() {
    tasks = storage.tasks();
  }

  @Test
  void finds_no_missing_task() {
    assertThat(tasks.find(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void stores_the_new_state_of_a_task() {
    schedule(videoId, NOW);
    Task claimed = tasks.claim(TYPE, 42L, NOW).orElseThrow();
    Task failed = claimed.failedForGood("Grüße 👋 \"quoted\" \\ \n", LATER);

    assertThat(tasks.updateIfUnchanged(claimed, failed)).isTrue();

    assertThat(tasks.find(failed.id())).contains(failed);
  }

  @Test
  void stores_every_state_that_a_task_can_reach() {
    List<Task> reached =
        List.of(
            claimNew().completed(LATER),
            claimNew().failed("no network", LATER),
            claimNew().postponed("too many requests", LATER, LATER),
            claimNew().parked("blocked", LATER, LATER),
            claimNew().failed("no network", LATER).retried(LATER),
            claimNew().givenBack(LATER),
            claimNew().expired(LATER));

    reached.forEach(task -> update(task, 1));

    for (Task task : reached) {
      assertThat(tasks.find(task.id())).contains(task);
    }
  }

  @Test
  void keeps_the_errors_of_all_attempts() {
    schedule(videoId, NOW);
    update(claim(NOW).failed("first", NOW), 1);
    update(claim(NOW).postponed("second", NOW, LATER), 2);
    Task third = claim(LATER).failed("third", LATER);
    update(third, 2);

    assertThat(tasks.find(third.id()).orElseThrow().errors())
        .containsExactly(
            new TaskError(NOW, 1, "first"),
            new TaskError(LATER, 2, "second"),
            new TaskError(LATER, 2, "third"));
  }

  @Test
  void stores_nothing_for_another_attempt() {
    schedule(videoId, NOW);
    Task first = claim(NOW);
    update(first.failed("too slow", NOW), 1);
    Task second = claim(LATER);

    assertThat(tasks.updateIfUnchanged(first, first.completed(LATER))).isFalse();

    assertThat(tasks.find(second.id())).contains(second);
  }

  @Test
  void stores_nothing_for_a_task_that_is_not_in_progress() {
    schedule(videoId, NOW);
    Task claimed = claim(NOW);
    Task completed = claimed.completed(NOW);
    update(completed, 1);

    assertThat(tasks.updateIfUnchanged(claimed, claimed.failed("late", LATER))).isFalse();

    assertThat(tasks.find(completed.id())).contains(completed);
  }

  @Test
  void stores_nothing_for_a_missing_task() {
    schedule(videoId, NOW);
    Task completed = claim(NOW).completed(NOW);
    update(completed, 1);
    tasks.removeEnded(TaskState.COMPLETED, LATER);

    assertThat(tasks.updateIfUnchanged(completed, completed)).isFalse();
  }

  @Test
  void cancels_active_tasks() {
    schedule(videoId, NOW);
    Task inProgress = claimNew();
    Task waiting = claimNew();
    update(waiting.givenBack(NOW), 1);
    Task pending = tasks.find(waiting.id()).orElseThrow();

    assertThat(tasks.updateIfUnchanged(pending, pending.cancelled(LATER))).isTrue();
    assertThat(tasks.updateIfUnchanged(inProgress, inProgress.cancelled(LATER))).isTrue();

    assertThat(tasks.find(pending.id())).contains(pending.cancelled(LATER));
    assertThat(tasks.find(inProgress.id())).contains(inProgress.cancelled(LATER));
    assertThat(tasks.removeEnded(TaskState.CANCELLED, LATER.plusSeconds(1))).isEqualTo(2);
  }

  @Test
  void claims_a_retried_cancelled_task() {
    schedule(videoId, NOW);
    Task cancelled = claim(NOW).cancelled(NOW);
    update(cancelled, 1);
    assertThat(tasks.isActive(TYPE, videoId)).isFalse();

    assertThat(tasks.updateIfUnchanged(cancelled, cancelled.retried(LATER))).isTrue();

    assertThat(tasks.isActive(TYPE, videoId)).isTrue();
    assertThat(tasks.isActive(TaskType.METADATA, videoId)).isFalse();
    assertThat(tasks.claim(TYPE, null, NOW)).isEmpty();
    assertThat(claim(LATER).attempts()).isEqualTo(1);
    assertThat(tasks.isActive(TYPE, videoId)).isTrue();
  }

  @Test
  void brings_a_waiting_task_forward_once() {
    schedule(videoId, NOW);
    Task postponed = claim(NOW).postponed("too many requests", LATER, NOW);
    update(postponed, 1);

    assertThat(tasks.updateIfUnchanged(postponed, postponed.broughtForward(NOW))).isTrue();
    assertThat(tasks.updateIfUnchanged(postponed, postponed.broughtForward(NOW))).isFalse();

    assertThat(claim(NOW).errors()).hasSize(1);
  }

  @Test
  void keeps_postponements_across_attempts() {
    schedule(videoId, NOW);
    update(claim(NOW).retried(NOW), 1);
    Task asked = claim(NOW);
    assertThat(asked.postponements()).isEqualTo(new Postponements(null, 0, false, true));
    update(asked.postponed("withheld", NOW, LATER), 1);
    Task postponed = claim(LATER);
    assertThat(postponed.postponements()).isEqualTo(new Postponements(LATER, 1, false, false));
    update(postponed.parked("blocked", NOW, LATER), 1);

    assertThat(claim(LATER).postponements()).isEqualTo(new Postponements(LATER, 1, true, false));
  }

  @Test
  void brings_forward_only_parked_tasks() {
    Task parked = claimNew();
    update(parked.parked("blocked", LATER, NOW), 1);
    Task waiting = claimNew();
    update(waiting.postponed("live", LATER, NOW), 1);
    Task inProgress = claimNew();
    update(inProgress.parked("blocked", NOW, NOW), 1);
    claim(NOW);

    assertThat(tasks.bringParkedForward(TaskType.METADATA, NOW, 10)).isEmpty();
    assertThat(tasks.bringParkedForward(TYPE, NOW, 10)).containsExactly(parked.videoId());
    assertThat(tasks.bringParkedForward(TYPE, NOW, 10)).isEmpty();

    Task claimed = claim(NOW);
    assertThat(claimed.id()).isEqualTo(parked.id());
    assertThat(claimed.postponements()).isEqualTo(new Postponements(NOW, 0, false, false));
    assertThat(claimed.errors()).extracting(TaskError::error).containsExactly("blocked");
    assertThat(tasks.claim(TYPE, null, NOW)).isEmpty();
  }

  @Test
  void brings_forward_up_to_a_limit() {
    Task second = claimNew();
    update(second.parked("blocked", LATER.plusSeconds(1), NOW), 1);
    Task first = claimNew();
    update(first.parked("blocked", LATER, NOW), 1);

    assertThat(tasks.bringParkedForward(TYPE, NOW, 1)).containsExactly(first.videoId());
    assertThat(tasks.bringParkedForward(TYPE, NOW, 1)).containsExactly(second.videoId());
  }

  @Test
  void finds_several_tasks_by_their_ids() {
    Task first = claimNew();
    Task second = claimNew();
    claimNew();

    assertThat(tasks.findAll(List.of(first.id(), second.id(), Long.MAX_VALUE)))
        .containsExactlyInAnyOrder(first, second);
    assertThat(tasks.findAll(List.of())).isEmpty();
  }

  @Test
  void finds_tasks_in_progress_since_long_ago_oldest_first() {
    Task second = claimNew(NOW.plusSeconds(1));
    Task first = claimNew(NOW);
    Task third = claimNew(NOW.plusSeconds(1));
    claimNew(LATER);
    update(claimNew(NOW).completed(NOW), 1);
    update(claimNew(NOW).givenBack(NOW), 1);

    assertThat(tasks.findStale(LATER, 10)).containsExactly(first, second, third);
    assertThat(tasks.findStale(LATER, 2)).containsExactly(first, second);
    assertThat(tasks.findStale(NOW, 10)).isEmpty();
  }

  @Test
  void counts_available_tasks_up_to_a_limit() {
    assertThat(tasks.countAvailable(TYPE, NOW, 10)).isZero();

    update(claimNew(NOW).postponed("live", LATER, NOW), 1);
    for (int i = 0; i < 3; i++) {
      schedule(newVideoId(), NOW);
    }
    claim(NOW);

    assertThat(tasks.countAvailable(TYPE, NOW, 10)).isEqualTo(2);
    assertThat(tasks.countAvailable(TYPE, LATER, 10)).isEqualTo(3);
    assertThat(tasks.countAvailable(TYPE, LATER, 1)).isEqualTo(1);
    assertThat(tasks.countAvailable(TaskType.METADATA, LATER, 10)).isZero();
  }

  @Test
  void removes_tasks_that_ended_in_a_state_before_a_time() {
    Task old = claimNew().completed(NOW);
    Task young = claimNew().completed(LATER);
    Task failed = claimNew().failedForGood("no captions", NOW);
    Task inProgress = claimNew();
    List.of(old, young, failed).forEach(task -> update(task, 1));

    assertThat(tasks.removeEnded(TaskState.COMPLETED, NOW)).isZero();
    assertThat(tasks.removeEnded(TaskState.COMPLETED, LATER)).isEqualTo(1);

    assertThat(tasks.find(old.id())).isEmpty();
    assertThat(tasks.find(young.id())).contains(young);
    assertThat(tasks.find(failed.id())).contains(failed);
    assertThat(tasks.find(inProgress.id())).contains(inProgress);
    assertThat(tasks.removeEnded(TaskState.FAILED, LATER)).isEqualTo(1);
    assertThat(tasks.removeEnded(TaskState.CANCELLED, LATER)).isZero();
  }

  private boolean schedule(VideoId video, Instant now) {
    return tasks.schedule(TYPE, video, new Requester.Nobody(), now, NEVER_FAILED);
  }

  private Task claim(Instant now) {
    return tasks.claim(TYPE, null, now).orElseThrow();
  }

  private Task claimNew() {
    return claimNew(NOW);
  }

  private Task claimNew(Instant startedAt) {
    schedule(newVideoId(), NOW.minusSeconds(60));
    return claim(startedAt);
  }

  private void update(Task next, int attempt) {
    Task before = tasks.find(next.id()).orElseThrow();
    assertThat(before.attempts()).isEqualTo(attempt);
    assertThat(tasks.updateIfUnchanged(before, next)).isTrue();
  }
}
