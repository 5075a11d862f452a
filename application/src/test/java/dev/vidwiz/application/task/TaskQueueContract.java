package dev.vidwiz.application.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TaskQueue} promises to one caller at a time; see also {@link TaskQueueRaces}. */
public abstract class TaskQueueContract extends StorageContract {

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
  void claims_a_scheduled_task() {
    assertThat(schedule(videoId, NOW)).isTrue();

    Task task = claim(LATER);

    assertThat(task)
        .isEqualTo(
            new Task(
                task.id(),
                TYPE,
                videoId,
                TaskState.IN_PROGRESS,
                1,
                null,
                task.claimId(),
                List.of(),
                Postponements.NONE,
                NOW,
                LATER,
                null,
                NOW,
                LATER));
    assertThat(task.id()).isPositive();
    assertThat(task.claimId()).hasSizeBetween(20, 100);
    assertThat(tasks.find(task.id())).contains(task);
  }

  @Test
  void stores_whose_worker_claimed_a_task() {
    schedule(videoId, NOW);

    Task task = tasks.claim(TYPE, 42L, NOW).orElseThrow();

    assertThat(task.workerUserId()).isEqualTo(42L);
    assertThat(tasks.find(task.id())).contains(task);
  }

  @Test
  void replaces_the_earlier_worker_when_a_task_is_claimed_again() {
    schedule(videoId, NOW);
    Task first = tasks.claim(TYPE, 42L, NOW).orElseThrow();
    update(first.failed("no network", LATER), 1);

    assertThat(claim(LATER).workerUserId()).isNull();
  }

  @Test
  void has_one_task_while_it_is_pending_or_in_progress() {
    assertThat(schedule(videoId, NOW)).isTrue();
    assertThat(schedule(videoId, LATER)).isFalse();

    Task task = claim(LATER);
    assertThat(schedule(videoId, LATER)).isFalse();

    update(task.failed("no network", LATER), 1);
    assertThat(schedule(videoId, LATER)).isFalse();
    assertThat(tasks.countAvailable(TYPE, LATER, 10)).isEqualTo(1);
  }

  @Test
  void tells_whether_a_task_is_pending_or_in_progress() {
    assertThat(tasks.isActive(TYPE, videoId)).isFalse();

    schedule(videoId, NOW);
    assertThat(tasks.isActive(TYPE, videoId)).isTrue();
    assertThat(tasks.isActive(TaskType.METADATA, videoId)).isFalse();
    assertThat(tasks.isActive(TYPE, newVideoId())).isFalse();

    Task task = claim(LATER);
    assertThat(tasks.isActive(TYPE, videoId)).isTrue();

    update(task.completed(LATER), 1);
    assertThat(tasks.isActive(TYPE, videoId)).isFalse();
  }

  @Test
  void has_tasks_of_each_type_and_for_each_video() {
    assertThat(schedule(videoId, NOW)).isTrue();

    assertThat(
            tasks.schedule(TaskType.METADATA, videoId, new Requester.Nobody(), NOW, NEVER_FAILED))
        .isTrue();
    assertThat(schedule(newVideoId(), NOW)).isTrue();
  }

  @Test
  void schedules_a_task_after_a_completed_one() {
    schedule(videoId, NOW);
    update(claim(NOW).completed(NOW), 1);

    assertThat(schedule(videoId, NOW)).isTrue();
  }

  @Test
  void schedules_a_task_long_enough_after_a_failed_one() {
    schedule(videoId, NOW);
    update(claim(NOW).failedForGood("no captions", NOW), 1);

    assertThat(tasks.schedule(TYPE, videoId, new Requester.Nobody(), LATER, NOW.minusNanos(1000)))
        .isFalse();
    assertThat(
            tasks.schedule(
                TaskType.METADATA, videoId, new Requester.Nobody(), LATER, NOW.minusNanos(1000)))
        .isTrue();
    assertThat(tasks.schedule(TYPE, videoId, new Requester.Nobody(), LATER, NOW)).isTrue();
  }

  @Test
  void considers_the_last_of_several_failures() {
    schedule(videoId, NOW);
    update(claim(NOW).failedForGood("no captions", NOW), 1);
    assertThat(tasks.schedule(TYPE, videoId, new Requester.Nobody(), LATER, NOW)).isTrue();
    update(claim(LATER).failedForGood("no captions", LATER), 1);

    assertThat(tasks.schedule(TYPE, videoId, new Requester.Nobody(), LATER, NOW)).isFalse();
    assertThat(tasks.schedule(TYPE, videoId, new Requester.Nobody(), LATER, LATER)).isTrue();
  }

  @Test
  void claims_no_task_of_another_type() {
    schedule(videoId, NOW);

    assertThat(tasks.claim(TaskType.METADATA, null, NOW)).isEmpty();
  }

  @Test
  void claims_nothing_from_an_empty_queue() {
    assertThat(tasks.claim(TYPE, null, NOW)).isEmpty();

    schedule(videoId, NOW);
    claim(NOW);

    assertThat(tasks.claim(TYPE, null, NOW)).isEmpty();
  }

  @Test
  void claims_first_what_was_requested_first() {
    VideoId second = newVideoId();
    VideoId third = newVideoId();
    schedule(videoId, LATER);
    schedule(second, NOW);
    schedule(third, LATER);

    assertThat(List.of(claim(NOW), claim(NOW), claim(NOW)))
        .extracting(Task::videoId)
        .containsExactly(videoId, second, third);
  }

  @Test
  void claims_a_failed_task_again_before_later_ones() {
    schedule(videoId, NOW);
    schedule(newVideoId(), LATER);
    update(claim(LATER).failed("no network", LATER), 1);

    Task again = claim(LATER);

    assertThat(again.videoId()).isEqualTo(videoId);
    assertThat(again.attempts()).isEqualTo(2);
    assertThat(again.errors()).containsExactly(new TaskError(LATER, 1, "no network"));
  }

  @Test
  void claims_a_postponed_task_later() {
    schedule(videoId, NOW);
    update(claim(NOW).postponed("too many requests", LATER, NOW), 1);

    assertThat(tasks.claim(TYPE, null, LATER.minusNanos(1000))).isEmpty();
    assertThat(claim(LATER).attempts()).isEqualTo(1);
  }

  @Test
  void claims_a_task_again_that_was_given_back() {
    schedule(videoId, NOW);
    update(claim(NOW).givenBack(LATER), 1);

    Task again = claim(LATER);

    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.errors()).isEmpty();
  }

  @Test
  void makes_a_claim_undone_by_a_rollback_available_again() {
    schedule(videoId, NOW);

    assertThatThrownBy(
            () ->
                storage
                    .transactions()
                    .inTransaction(
                        () -> {
                          claim(NOW);
                          throw new IllegalStateException("planted");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(claim(NOW).attempts()).isEqualTo(1);
  }

  @Test
  void claims_a_task_in_the_transaction_that_scheduled_it() {
    Optional<Task> task =
        storage
            .transactions()
            .inTransaction(
                () -> {
                  schedule(videoId, NOW);
                  return tasks.claim(TYPE, null, NOW);
                });

    assertThat(task).isPresent();
  }

  private boolean schedule(VideoId video, Instant now) {
    return tasks.schedule(TYPE, video, new Requester.Nobody(), now, NEVER_FAILED);
  }

  private Task claim(Instant now) {
    return tasks.claim(TYPE, null, now).orElseThrow();
  }

  private void update(Task next, int attempt) {
    Task before = tasks.find(next.id()).orElseThrow();
    assertThat(before.attempts()).isEqualTo(attempt);
    assertThat(tasks.updateIfUnchanged(before, next)).isTrue();
  }
}
