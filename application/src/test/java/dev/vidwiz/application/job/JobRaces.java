package dev.vidwiz.application.job;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.application.worker.SubmitTaskResult.Outcome;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Operators and workers who want different things of one task at once: one of them wins. */
public abstract class JobRaces extends StorageContract {

  private static final TaskType TYPE = TaskType.TRANSCRIPT;
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final int RUNNERS = 20;
  private static final int ROUNDS = 20;

  @Test
  void one_of_many_retries_a_task() throws InterruptedException {
    Task failed = ended(claimed().failedForGood("no captions", NOW));

    List<JobChange> changes = Race.run(RUNNERS, runner -> retry(failed));

    assertThat(changes).filteredOn(JobChange.Done.class::isInstance).hasSize(1);
    assertThat(changes).filteredOn(JobChange.Refused.class::isInstance).hasSize(RUNNERS - 1);
    assertThat(storage.tasks().countAvailable(TYPE, NOW, 10)).isEqualTo(1);
  }

  @Test
  void one_of_many_brings_a_task_forward() throws InterruptedException {
    Task postponed = ended(claimed().postponed("too many requests", LATER, NOW));

    List<JobChange> changes = Race.run(RUNNERS, runner -> retry(postponed));

    assertThat(changes).filteredOn(JobChange.Done.class::isInstance).hasSize(1);
  }

  @Test
  void one_of_many_cancels_a_task() throws InterruptedException {
    Task task = claimed();

    List<JobChange> changes = Race.run(RUNNERS, runner -> cancel(task));

    assertThat(changes).filteredOn(JobChange.Done.class::isInstance).hasSize(1);
    assertThat(stateOf(task)).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  void one_of_many_failed_tasks_of_a_video_is_retried() throws InterruptedException {
    VideoId videoId = newVideoId();
    Task one = ended(claimed(videoId).cancelled(NOW));
    Task other = ended(claimed(videoId).cancelled(NOW));

    List<JobChange> changes =
        Race.run(
            RUNNERS,
            runner ->
                switch (runner % 3) {
                  case 0 -> retry(one);
                  case 1 -> retry(other);
                  default ->
                      storage.tasks().schedule(TYPE, videoId, new Requester.Nobody(), NOW, NOW)
                          ? new JobChange.Done(Job.of(one))
                          : new JobChange.Refused("scheduled by somebody else");
                });

    assertThat(changes).filteredOn(JobChange.Done.class::isInstance).hasSize(1);
    assertThat(storage.tasks().countAvailable(TYPE, NOW, 10)).isEqualTo(1);
  }

  @Test
  void a_task_is_cancelled_or_completed_but_never_both() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      Task task = claimed();

      List<Boolean> wins = Race.run(2, runner -> runner == 0 ? isDone(cancel(task)) : submit(task));

      assertThat(wins).containsOnlyOnce(true);
      assertThat(stateOf(task))
          .isEqualTo(wins.getFirst() ? TaskState.CANCELLED : TaskState.COMPLETED);
    }
  }

  @Test
  void a_task_that_is_retried_is_claimed_by_one_of_many() throws InterruptedException {
    Task failed = ended(claimed().failedForGood("no captions", NOW));

    List<Integer> claims =
        Race.run(
            RUNNERS,
            runner -> {
              retry(failed);
              return (int) storage.tasks().claim(TYPE, null, NOW).stream().count();
            });

    assertThat(claims.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
  }

  @Test
  void a_cancelled_task_is_cancelled_whoever_claims_it() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      Task task = ended(claimed().givenBack(NOW));

      List<Boolean> done =
          Race.run(
              2,
              runner ->
                  runner == 0
                      ? isDone(cancel(task))
                      : storage.tasks().claim(TYPE, null, NOW).map(this::submit).orElse(false));

      assertThat(done).containsOnlyOnce(true);
      assertThat(stateOf(task))
          .isEqualTo(done.getFirst() ? TaskState.CANCELLED : TaskState.COMPLETED);
    }
  }

  private JobChange retry(Task task) {
    return TestUseCases.over(storage, () -> NOW).retryJob.retry(JobId.task(task.id()));
  }

  private JobChange cancel(Task task) {
    return TestUseCases.over(storage, () -> NOW).cancelJob.cancel(JobId.task(task.id()));
  }

  private static boolean isDone(JobChange change) {
    return change instanceof JobChange.Done;
  }

  private boolean submit(Task task) {
    TaskReport report =
        new TaskReport(
            task.id(),
            task.videoId(),
            null,
            task.attempts(),
            null,
            new TaskReport.Result.Success(null, null));
    return TestUseCases.over(storage, () -> NOW).submitTaskResult.submit(report)
        instanceof Outcome.Recorded;
  }

  private Task claimed() {
    return claimed(newVideoId());
  }

  private Task claimed(VideoId videoId) {
    assertThat(storage.tasks().schedule(TYPE, videoId, new Requester.Nobody(), NOW, NOW)).isTrue();
    return storage.tasks().claim(TYPE, null, NOW).orElseThrow();
  }

  private Task ended(Task next) {
    Task before = storage.tasks().find(next.id()).orElseThrow();
    assertThat(storage.tasks().updateIfUnchanged(before, next)).isTrue();
    return next;
  }

  private TaskState stateOf(Task task) {
    Optional<Task> found = storage.tasks().find(task.id());
    return found.orElseThrow().state();
  }
}
