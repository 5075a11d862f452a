package dev.vidwiz.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTest {

  private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = CREATED.plusSeconds(60);

  @Test
  void is_retried_at_once_and_keeps_its_age_until_the_third_failure() {
    Task second = inProgress(1).failed("timeout", NOW);

    assertThat(second.state()).isEqualTo(TaskState.PENDING);
    assertThat(second.availableAt()).isEqualTo(CREATED);
    assertThat(second.attempts()).isEqualTo(1);
    assertThat(second.errors()).containsExactly(new TaskError(NOW, 1, "timeout"));
    assertThat(inProgress(2).failed("timeout", NOW).state()).isEqualTo(TaskState.PENDING);
    assertThat(inProgress(3).failed("timeout", NOW).state()).isEqualTo(TaskState.FAILED);
  }

  @Test
  void fails_at_the_first_attempt_when_the_failure_is_permanent() {
    Task failed = inProgress(1).failedForGood("no captions", NOW);

    assertThat(failed.state()).isEqualTo(TaskState.FAILED);
    assertThat(failed.completedAt()).isEqualTo(NOW);
  }

  @Test
  void does_not_count_an_attempt_that_is_postponed_or_given_back() {
    Task postponed = inProgress(2).postponed("blocked", NOW.plusSeconds(30), NOW);
    Task givenBack = inProgress(2).givenBack(NOW);

    assertThat(postponed.attempts()).isEqualTo(1);
    assertThat(postponed.availableAt()).isEqualTo(NOW.plusSeconds(30));
    assertThat(postponed.errors()).hasSize(1);
    assertThat(givenBack.attempts()).isEqualTo(1);
    assertThat(givenBack.availableAt()).isEqualTo(CREATED);
    assertThat(givenBack.errors()).isEmpty();
  }

  @Test
  void that_expires_counts_as_failed() {
    assertThat(inProgress(1).expired(NOW).state()).isEqualTo(TaskState.PENDING);
    assertThat(inProgress(3).expired(NOW).state()).isEqualTo(TaskState.FAILED);
    assertThat(inProgress(1).expired(NOW).errors())
        .containsExactly(new TaskError(NOW, 1, "no result within 120 seconds"));
  }

  @Test
  void keeps_only_the_last_errors() {
    Task task = inProgress(1);
    for (int i = 0; i < 100; i++) {
      task = task.postponed("error " + i, NOW, NOW);
    }

    assertThat(task.errors()).hasSize(20);
    assertThat(task.errors().getLast().error()).isEqualTo("error 99");
  }

  @Test
  void counts_how_often_it_was_postponed_and_since_when() {
    Task once = inProgress(1).postponed("withheld", NOW, NOW);
    Task again = once.postponed("withheld", NOW, NOW.plusSeconds(9));

    assertThat(once.postponements()).isEqualTo(new Postponements(NOW, 1, false, false));
    assertThat(again.postponements()).isEqualTo(new Postponements(NOW, 2, false, false));
  }

  @Test
  void that_is_parked_is_not_counted_as_postponed() {
    Task parked = inProgress(2).parked("blocked", NOW.plusSeconds(30), NOW);

    assertThat(parked.attempts()).isEqualTo(1);
    assertThat(parked.availableAt()).isEqualTo(NOW.plusSeconds(30));
    assertThat(parked.postponements()).isEqualTo(new Postponements(NOW, 0, true, false));
    assertThat(parked.postponed("withheld", NOW, NOW).postponements().parked()).isFalse();
    assertThat(parked.failed("timeout", NOW).postponements().parked()).isFalse();
  }

  @Test
  void keeps_a_repeated_parking_error_once() {
    Task task = inProgress(1).postponed("withheld", NOW, NOW);
    for (int i = 0; i < 100; i++) {
      task = task.parked("blocked", NOW, NOW);
    }

    assertThat(task.errors()).extracting(TaskError::error).containsExactly("withheld", "blocked");
  }

  @Test
  void fails_after_seven_days_of_postponements() {
    Task waiting = inProgress(1).parked("blocked", NOW, NOW);
    Instant almost = NOW.plus(Duration.ofDays(7)).minusSeconds(1);
    Instant over = almost.plusSeconds(1);

    assertThat(waiting.postponed("premiere", over, almost).state()).isEqualTo(TaskState.PENDING);
    Task failed = waiting.postponed("premiere", over, over);
    assertThat(failed.state()).isEqualTo(TaskState.FAILED);
    assertThat(failed.completedAt()).isEqualTo(over);
    assertThat(failed.errors().getLast().error()).isEqualTo("premiere");
    assertThat(waiting.parked("still blocked", over, over).state()).isEqualTo(TaskState.FAILED);
  }

  @Test
  void is_counted_from_zero_after_an_operator_retry() {
    Postponements asked = new Postponements(null, 0, false, true);
    Task waiting = inProgress(1).postponed("withheld", NOW.plusSeconds(60), NOW);

    assertThat(waiting.broughtForward(NOW).postponements()).isEqualTo(asked);
    assertThat(waiting.cancelled(NOW).retried(NOW).postponements()).isEqualTo(asked);
    assertThat(waiting.retried(NOW).givenBack(NOW).postponements()).isEqualTo(asked);
  }

  @Test
  void is_an_operator_retry_until_a_worker_reports() {
    Task asked = inProgress(1).retried(NOW);

    assertThat(asked.failed("timeout", NOW).postponements().operatorRetry()).isFalse();
    assertThat(asked.failedForGood("gone", NOW).postponements().operatorRetry()).isFalse();
    assertThat(asked.postponed("withheld", NOW, NOW).postponements().operatorRetry()).isFalse();
    assertThat(asked.parked("blocked", NOW, NOW).postponements().operatorRetry()).isFalse();
  }

  private static Task inProgress(int attempt) {
    return new Task(
        7,
        TaskType.TRANSCRIPT,
        new VideoId("dQw4w9WgXcQ"),
        TaskState.IN_PROGRESS,
        attempt,
        null,
        "claim",
        List.of(),
        Postponements.NONE,
        CREATED,
        NOW,
        null,
        CREATED,
        NOW);
  }
}
