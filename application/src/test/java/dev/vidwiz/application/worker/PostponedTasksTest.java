package dev.vidwiz.application.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.task.Postponements;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of tasks whose workers have them tried again later. */
class PostponedTasksTest extends TaskReporting {

  @Test
  void a_postponed_transcript_has_a_sentence_for_users() {
    List<Signal> signals = signals();
    submit(claimed(TaskType.TRANSCRIPT), new Result.Failure("blocked", false, Duration.ofHours(2)));

    assertThat(video().transcriptError())
        .isEqualTo("The transcript could not be fetched yet; next try at 14:01 UTC.");
    assertThat(signals).contains(new Signal.VideoChanged(VIDEO));
    assertThat(fetches.schedule(video(), new Requester.Nobody(), clock.instant())).isEmpty();
    assertThat(video().transcriptError()).isNotNull();
  }

  @Test
  void a_sentence_for_users_is_signaled_once_and_removed_with_the_transcript() {
    Result withheld = later("Withheld; next try at 14:05 UTC.", false);
    submit(claimed(TaskType.TRANSCRIPT), withheld);
    assertThat(video().transcriptError()).isEqualTo("Withheld; next try at 14:05 UTC.");
    List<Signal> signals = signals();

    clock.advance(Duration.ofHours(1));
    submit(claim(TaskType.TRANSCRIPT).orElseThrow(), withheld);
    assertThat(signals).doesNotContain(new Signal.VideoChanged(VIDEO));

    clock.advance(Duration.ofHours(1));
    submit(claim(TaskType.TRANSCRIPT).orElseThrow(), new Result.Success(TRANSCRIPT, null));
    assertThat(video().transcriptError()).isNull();
  }

  @Test
  void immediate_retries_and_metadata_have_no_sentence_for_users() {
    submit(claimed(TaskType.TRANSCRIPT), FAILURE);
    submit(claimed(TaskType.TRANSCRIPT), new Result.Failure("stopped", false, Duration.ZERO));
    submit(claimed(TaskType.METADATA), later("Withheld; next try at 14:05 UTC.", false));

    assertThat(video().transcriptError()).isNull();
  }

  @Test
  void a_postponed_task_does_not_hide_a_transcript_stored_otherwise() {
    Task task = claimed(TaskType.TRANSCRIPT);
    storage.videos().markTranscriptAvailable(VIDEO, clock.instant());

    submit(task, later("Withheld; next try at 14:05 UTC.", false));

    assertThat(video().transcriptError()).isNull();
  }

  @Test
  void a_task_postponed_for_seven_days_fails_with_the_last_reason() {
    submit(claimed(TaskType.TRANSCRIPT), new Result.Failure("live", false, Duration.ofDays(1)));
    clock.advance(Duration.ofDays(7).minusSeconds(1));
    Task task = claim(TaskType.TRANSCRIPT).orElseThrow();
    assertThat(task.postponements().count()).isEqualTo(1);
    assertThat(recorded(submit(task, later("Blocked.", true))).state())
        .isEqualTo(TaskState.PENDING);
    clock.advance(Duration.ofHours(1));

    Task failed =
        recorded(
            submit(
                claim(TaskType.TRANSCRIPT).orElseThrow(),
                later("YouTube is refusing this server; next try at 14:05 UTC.", true)));

    assertThat(failed.state()).isEqualTo(TaskState.FAILED);
    assertThat(failed.errors().getLast().error()).isEqualTo("429");
    assertThat(video().transcriptError()).isEqualTo("YouTube is refusing this server.");
  }

  @Test
  void the_limit_applies_to_old_workers_and_metadata_too() {
    Result blocked = new Result.Failure("429", false, Duration.ofHours(1));
    submit(claimed(TaskType.TRANSCRIPT), blocked);
    submit(claimed(TaskType.METADATA), blocked);
    clock.advance(Duration.ofDays(7));

    assertThat(recorded(submit(claim(TaskType.METADATA).orElseThrow(), blocked)).state())
        .isEqualTo(TaskState.FAILED);
    submit(claim(TaskType.TRANSCRIPT).orElseThrow(), blocked);
    assertThat(video().transcriptError())
        .isEqualTo("The transcript of this video could not be fetched.");
  }

  @Test
  void a_task_of_a_stopping_worker_is_not_postponed() {
    Task task = claimed(TaskType.TRANSCRIPT);
    Task back =
        recorded(submit(task, new Result.Failure("stopped", null, false, Duration.ZERO, true)));

    assertThat(back.postponements()).isEqualTo(Postponements.NONE);
    assertThat(claim(TaskType.TRANSCRIPT)).map(Task::attempts).contains(1);
  }

  @Test
  void parked_tasks_are_available_when_their_worker_works_again() {
    submit(claimed(TaskType.TRANSCRIPT), later("Blocked; next try at 14:05 UTC.", true));
    submit(claimed(TaskType.METADATA), later("Withheld; next try at 14:05 UTC.", false));
    List<Signal> signals = signals();

    assertThat(TestUseCases.over(storage, clock).resumeTasks.resume()).isEqualTo(1);

    assertThat(signals)
        .containsExactlyInAnyOrder(
            new Signal.TaskReady(TaskType.TRANSCRIPT), new Signal.VideoChanged(VIDEO));
    assertThat(video().transcriptError()).isNull();
    assertThat(claim(TaskType.TRANSCRIPT)).isPresent();
    assertThat(claim(TaskType.METADATA)).isEmpty();
    assertThat(TestUseCases.over(storage, clock).resumeTasks.resume()).isZero();
  }
}
