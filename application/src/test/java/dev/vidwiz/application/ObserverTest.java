package dev.vidwiz.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.observer.Quota;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.storage.Samples;
import dev.vidwiz.application.worker.ClaimTask;
import dev.vidwiz.application.worker.SubmitTaskResult;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.application.worker.TaskRequest;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an observer is told of tasks. */
class ObserverTest {

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final VideoId videoId = Samples.newVideoId();
  private final List<String> told = new ArrayList<>();
  private final Observer observer =
      new Observer() {
        @Override
        public void taskClaimed(TaskType type) {
          told.add(type + " handed out");
        }

        @Override
        public void attemptEnded(TaskType type, TaskOutcome outcome) {
          told.add(type + " " + outcome);
        }

        @Override
        public void quotaSpent(Quota quota) {
          throw new AssertionError("nobody asked");
        }
      };

  private final ClaimTask claim = TestUseCases.over(storage, clock, observer).claimTask;
  private final SubmitTaskResult submit =
      TestUseCases.over(storage, clock, observer).submitTaskResult;

  @BeforeEach
  void schedule() {
    storage.videos().ensure(videoId, null, clock.instant());
    storage
        .tasks()
        .schedule(
            TaskType.METADATA, videoId, new Requester.Nobody(), clock.instant(), clock.instant());
  }

  @Test
  void a_claim_without_a_task_is_not_reported() throws InterruptedException {
    assertThat(claim.claim(new TaskRequest(TaskType.TRANSCRIPT, Duration.ZERO))).isEmpty();

    assertThat(told).isEmpty();
  }

  @Test
  void every_end_of_an_attempt_is_reported_by_its_outcome() throws InterruptedException {
    TestUseCases.over(storage, clock, observer).giveBackTask.giveBack(claim());
    Task lost = claim();
    clock.advance(Task.LEASE.plusSeconds(1));
    TestUseCases.over(storage, clock, observer).expireTasks.expireLeases();
    report(lost, new Result.Failure("late", false, null));
    report(claim(), new Result.Failure("not now", false, null));
    report(claim(), new Result.Success(null, null));

    assertThat(told)
        .containsExactly(
            "METADATA handed out",
            "METADATA GIVEN_BACK",
            "METADATA handed out",
            "METADATA EXPIRED",
            "METADATA REFUSED",
            "METADATA handed out",
            "METADATA PUT_BACK",
            "METADATA handed out",
            "METADATA COMPLETED");
  }

  @Test
  void a_permanent_failure_is_reported_as_failed() throws InterruptedException {
    report(claim(), new Result.Failure("gone", true, null));

    assertThat(told).containsExactly("METADATA handed out", "METADATA FAILED");
  }

  private Task claim() throws InterruptedException {
    return claim.claim(new TaskRequest(TaskType.METADATA, Duration.ZERO)).orElseThrow();
  }

  private void report(Task task, Result result) {
    submit.submit(new TaskReport(task.id(), videoId, null, task.attempts(), null, result));
  }
}
