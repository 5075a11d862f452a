package dev.vidwiz.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTest {

  private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = CREATED.plusSeconds(60);

  @Test
  void is_tried_again_at_once_and_keeps_its_age_until_the_third_failure() {
    Task second = inProgress(1).failed("timeout", NOW);

    assertThat(second.state()).isEqualTo(TaskState.PENDING);
    assertThat(second.availableAt()).isEqualTo(CREATED);
    assertThat(second.attempts()).isEqualTo(1);
    assertThat(second.errors()).containsExactly(new TaskError(NOW, 1, "timeout"));
    assertThat(inProgress(2).failed("timeout", NOW).state()).isEqualTo(TaskState.PENDING);
    assertThat(inProgress(3).failed("timeout", NOW).state()).isEqualTo(TaskState.FAILED);
  }

  @Test
  void fails_for_good_at_the_first_attempt_when_it_is_hopeless() {
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

  private static Task inProgress(int attempt) {
    return new Task(
        7,
        TaskType.TRANSCRIPT,
        new VideoId("dQw4w9WgXcQ"),
        TaskState.IN_PROGRESS,
        attempt,
        null,
        List.of(),
        CREATED,
        NOW,
        null,
        CREATED,
        NOW);
  }
}
