package dev.vidwiz.application.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.worker.SubmitTaskResult.Outcome;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskResultsTest extends TaskReporting {

  @Test
  void a_transcript_is_stored_and_marked_as_available() {
    Task task = claimed(TaskType.TRANSCRIPT);

    Task after = recorded(submit(task, new Result.Success(TRANSCRIPT, null)));

    assertThat(after.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(storage.transcripts().find(VIDEO)).contains(TRANSCRIPT);
    assertThat(video().transcriptAvailable()).isTrue();
  }

  @Test
  void a_success_without_a_transcript_is_accepted() {
    submit(claimed(TaskType.TRANSCRIPT), new Result.Success(null, null));

    assertThat(video().transcriptAvailable()).isTrue();
  }

  @Test
  void metadata_fill_a_missing_title() {
    submit(claimed(TaskType.METADATA), new Result.Success(null, METADATA));

    assertThat(video().metadata()).isEqualTo(METADATA.document());
    assertThat(video().title()).isEqualTo("Found");
  }

  @Test
  void a_failed_task_has_three_attempts() {
    for (int attempt = 1; attempt <= 2; attempt++) {
      assertThat(recorded(submit(claimed(TaskType.TRANSCRIPT), FAILURE)).state())
          .isEqualTo(TaskState.PENDING);
    }

    assertThat(recorded(submit(claimed(TaskType.TRANSCRIPT), FAILURE)).state())
        .isEqualTo(TaskState.FAILED);
    assertThat(video().transcriptError())
        .isEqualTo("The transcript of this video could not be fetched.");
  }

  @Test
  void a_permanent_failure_has_a_sentence_for_users() {
    submit(
        claimed(TaskType.TRANSCRIPT),
        new Result.Failure("This video has no captions.", true, null));

    assertThat(video().transcriptError()).isEqualTo("This video has no captions.");
  }

  @Test
  void a_postponed_task_waits_and_is_not_counted() {
    submit(
        claimed(TaskType.TRANSCRIPT), new Result.Failure("blocked", false, Duration.ofSeconds(30)));
    assertThat(claim(TaskType.TRANSCRIPT)).isEmpty();

    clock.advance(Duration.ofSeconds(30));

    assertThat(claim(TaskType.TRANSCRIPT)).map(Task::attempts).contains(1);
  }

  @Test
  void a_video_whose_task_failed_gets_another_after_ten_minutes() {
    submit(claimed(TaskType.TRANSCRIPT), new Result.Failure("This video is private.", true, null));

    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(fetches.schedule(video(), new Requester.Nobody(), clock.instant())).isEmpty();
    clock.advance(Duration.ofSeconds(1));

    assertThat(fetches.schedule(video(), new Requester.Nobody(), clock.instant()))
        .isEqualTo(Set.of(TaskType.TRANSCRIPT));
    assertThat(video().transcriptError()).isNull();
  }

  @Test
  void an_expired_task_is_retried_until_its_attempts_are_used_up() {
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(claimed(TaskType.TRANSCRIPT).attempts()).isEqualTo(attempt);
      clock.advance(Task.LEASE);
      expire.expireLeases();
      assertThat(claim(TaskType.TRANSCRIPT)).isEmpty();
      clock.advance(Duration.ofSeconds(1));
      expire.expireLeases();
    }

    assertThat(claim(TaskType.TRANSCRIPT)).isEmpty();
    assertThat(video().transcriptError()).isNotNull();
  }

  @Test
  void a_result_of_an_older_attempt_is_refused() {
    Task first = claimed(TaskType.TRANSCRIPT);
    submit(first, FAILURE);
    claimed(TaskType.TRANSCRIPT);

    assertThat(submit(first, new Result.Success(TRANSCRIPT, null)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(storage.transcripts().find(VIDEO)).isEmpty();
  }

  @Test
  void a_report_of_an_old_worker_without_an_attempt_is_accepted() {
    Task task = claimed(TaskType.TRANSCRIPT);

    assertThat(submit.submit(report(task.id(), null, null, FAILURE)))
        .isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void a_result_that_does_not_match_its_task_is_refused() {
    Task transcript = claimed(TaskType.TRANSCRIPT);
    Task metadata = claimed(TaskType.METADATA);

    assertThat(submit(transcript, new Result.Success(null, METADATA)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(submit(metadata, new Result.Success(TRANSCRIPT, null)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(
            submit.submit(
                new TaskReport(
                    transcript.id(), new VideoId("another-vid"), null, 1, null, FAILURE)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(submit.submit(report(4711, null, 1, FAILURE))).isEqualTo(new Outcome.UnknownTask());
  }

  @Test
  void a_second_result_is_refused() {
    Task task = claimed(TaskType.TRANSCRIPT);
    submit(task, new Result.Success(TRANSCRIPT, null));

    assertThat(submit(task, FAILURE)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void only_the_worker_that_claimed_the_task_may_report() {
    fetches.open(VIDEO, null, new Requester.User(7), clock.instant());
    Task task = storage.tasks().claim(TaskType.METADATA, 7L, clock.instant()).orElseThrow();

    assertThat(submit(task, FAILURE)).isEqualTo(new Outcome.OtherWorkersTask());
    assertThat(submit.submit(report(task.id(), 8L, 1, FAILURE)))
        .isEqualTo(new Outcome.OtherWorkersTask());
    assertThat(submit.submit(report(task.id(), 7L, 1, FAILURE)))
        .isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void a_task_given_back_is_claimed_as_if_for_the_first_time() {
    Task task = claimed(TaskType.TRANSCRIPT);

    TestUseCases.over(storage, clock).giveBackTask.giveBack(task);

    assertThat(claim(TaskType.TRANSCRIPT)).map(Task::attempts).contains(1);
  }

  @Test
  void old_tasks_are_removed() {
    Task task = claimed(TaskType.TRANSCRIPT);
    submit(task, new Result.Success(TRANSCRIPT, null));

    clock.advance(Duration.ofDays(30));
    expire.removeOld();
    assertThat(storage.tasks().find(task.id())).isPresent();
    clock.advance(Duration.ofSeconds(1));
    expire.removeOld();

    assertThat(storage.tasks().find(task.id())).isEmpty();
  }
}
