package dev.vidwiz.application.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TaskQueue#correctFutureTimes} does. */
public abstract class FutureTimesContract extends StorageContract {

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
  void makes_delayed_tasks_available_whose_times_a_clock_wrote_that_was_ahead() {
    Instant early = NOW.minus(Duration.ofHours(1));
    schedule(videoId, NOW);
    Task task = claim(NOW);
    update(task.postponed("not yet", LATER, NOW), 1);
    assertThat(tasks.claim(TYPE, null, early)).isEmpty();

    assertThat(tasks.correctFutureTimes(NOW)).isZero();
    assertThat(tasks.correctFutureTimes(early)).isEqualTo(1);
    assertThat(tasks.correctFutureTimes(early)).isZero();

    assertThat(tasks.claim(TYPE, null, early)).map(Task::id).contains(task.id());
  }

  @Test
  void leaves_tasks_delayed_that_a_clock_delayed_which_is_right() {
    schedule(videoId, NOW);
    update(claim(NOW).postponed("not yet", NOW.plus(Duration.ofDays(1)), NOW), 1);

    assertThat(tasks.correctFutureTimes(NOW.minusSeconds(30))).isZero();
    assertThat(tasks.claim(TYPE, null, NOW)).isEmpty();
  }

  @Test
  void starts_leases_now_that_a_clock_started_which_was_ahead() {
    Instant early = NOW.minus(Duration.ofHours(1));
    schedule(videoId, NOW);
    Task task = claim(NOW);

    tasks.correctFutureTimes(early);

    assertThat(tasks.findStale(early, 10)).isEmpty();
    assertThat(tasks.findStale(early.plusNanos(1_000), 10)).map(Task::id).contains(task.id());
  }

  @Test
  void ends_the_pause_after_a_failure_that_a_clock_wrote_which_was_ahead() {
    Instant early = NOW.minus(Duration.ofHours(1));
    schedule(videoId, NOW);
    update(claim(NOW).failedForGood("no captions", NOW), 1);
    Instant later = early.plus(Duration.ofMinutes(11));
    assertThat(
            tasks.schedule(
                TYPE, videoId, new Requester.Nobody(), later, later.minus(Duration.ofMinutes(10))))
        .isFalse();

    tasks.correctFutureTimes(early);

    assertThat(
            tasks.schedule(
                TYPE, videoId, new Requester.Nobody(), early, early.minus(Duration.ofMinutes(10))))
        .isFalse();
    assertThat(
            tasks.schedule(
                TYPE, videoId, new Requester.Nobody(), later, later.minus(Duration.ofMinutes(10))))
        .isTrue();
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
