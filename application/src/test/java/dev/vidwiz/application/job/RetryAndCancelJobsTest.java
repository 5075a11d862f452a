package dev.vidwiz.application.job;

import static dev.vidwiz.application.storage.Samples.addVideo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.worker.ExpireTasks;
import dev.vidwiz.application.worker.SubmitTaskResult;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryAndCancelJobsTest {

  private static final Result HOPELESS = new Result.Failure("This video is private.", true, null);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final Video video = addVideo(storage);
  private final VideoId videoId = video.videoId();
  private final SubmitTaskResult submit = TestUseCases.over(storage, clock).submitTaskResult;
  private final RetryJob retry = TestUseCases.over(storage, clock).retryJob;
  private final CancelJob cancel = TestUseCases.over(storage, clock).cancelJob;
  private final ListJobs list = TestUseCases.over(storage, clock).listJobs;

  @Test
  void a_failed_task_is_retried_with_all_its_attempts_and_keeps_its_errors() {
    Task task = claimed(TaskType.TRANSCRIPT);
    submit(task, HOPELESS);
    clock.advance(Duration.ofSeconds(5));
    List<Signal> signals = signals();

    Job job = done(retry.retry(JobId.task(task.id())));

    assertThat(job.state()).isEqualTo(TaskState.PENDING);
    assertThat(job.attempts()).isZero();
    assertThat(job.errors()).hasSize(1);
    assertThat(job.times().availableAt()).isEqualTo(clock.instant());
    assertThat(listed()).containsExactly(job);
    assertThat(storage.videos().find(videoId).orElseThrow().transcriptError()).isNull();
    assertThat(signals)
        .containsExactlyInAnyOrder(
            new Signal.TaskReady(TaskType.TRANSCRIPT), new Signal.VideoChanged(videoId));
  }

  @Test
  void a_task_that_waits_for_a_later_time_is_brought_forward() {
    Task task = claimed(TaskType.METADATA);
    submit(task, new Result.Failure("blocked", false, Duration.ofHours(1)));

    Job job = done(retry.retry(JobId.task(task.id())));

    assertThat(job.times().availableAt()).isEqualTo(clock.instant());
    assertThat(storage.tasks().claim(TaskType.METADATA, null, clock.instant())).isPresent();
  }

  @Test
  void retry_and_cancellation_remove_the_sentence_about_the_next_try() {
    Result.Failure later = new Result.Failure("blocked", false, Duration.ofHours(1));
    Task task = claimed(TaskType.TRANSCRIPT);
    submit(task, later);
    assertThat(storage.videos().find(videoId).orElseThrow().transcriptError()).isNotNull();
    List<Signal> signals = signals();

    done(retry.retry(JobId.task(task.id())));
    assertThat(storage.videos().find(videoId).orElseThrow().transcriptError()).isNull();
    assertThat(signals).contains(new Signal.VideoChanged(videoId));

    Task again = storage.tasks().claim(TaskType.TRANSCRIPT, null, clock.instant()).orElseThrow();
    assertThat(again.postponements().operatorRetry()).isTrue();
    submit(again, later);
    done(cancel.cancel(JobId.task(task.id())));
    assertThat(storage.videos().find(videoId).orElseThrow().transcriptError()).isNull();
  }

  @Test
  void a_task_that_needs_no_retry_is_unchanged() {
    Task task = claimed(TaskType.METADATA);
    JobId id = JobId.task(task.id());

    assertThat(refused(retry.retry(id))).isEqualTo("The task is in progress");
    submit(task, new Result.Failure("timeout", false, null));
    assertThat(refused(retry.retry(id))).isEqualTo("The task can be taken already");
    submit(claimed(TaskType.METADATA), new Result.Success(null, null));
    assertThat(refused(retry.retry(id))).isEqualTo("The task is completed");
    assertThat(retry.retry(JobId.task(999))).isEqualTo(new JobChange.UnknownJob());
  }

  @Test
  void a_failed_task_is_not_retried_while_another_is_active() {
    Task failed = claimed(TaskType.TRANSCRIPT);
    submit(failed, HOPELESS);
    clock.advance(Duration.ofMinutes(11));
    claimed(TaskType.TRANSCRIPT);

    assertThat(refused(retry.retry(JobId.task(failed.id()))))
        .isEqualTo("Another task of this type is under way for the video");
  }

  @Test
  void the_result_of_a_cancelled_task_is_refused() {
    Task task = claimed(TaskType.TRANSCRIPT);

    Job job = done(cancel.cancel(JobId.task(task.id())));

    assertThat(job.state()).isEqualTo(TaskState.CANCELLED);
    assertThat(submit(task, new Result.Success(null, null)))
        .isEqualTo(
            new SubmitTaskResult.Outcome.Refused("The task is not in progress but cancelled"));
    assertThat(refused(cancel.cancel(JobId.task(task.id()))))
        .isEqualTo("The task has ended: cancelled");
    assertThat(cancel.cancel(JobId.task(999))).isEqualTo(new JobChange.UnknownJob());
  }

  @Test
  void a_cancelled_task_does_not_block_a_new_one() {
    Task task = claimed(TaskType.TRANSCRIPT);
    cancel.cancel(JobId.task(task.id()));

    assertThat(claimed(TaskType.TRANSCRIPT).id()).isNotEqualTo(task.id());
  }

  @Test
  void a_cancelled_task_is_removed_after_ninety_days() {
    cancel.cancel(JobId.task(claimed(TaskType.METADATA).id()));
    ExpireTasks expire = TestUseCases.over(storage, clock).expireTasks;

    clock.advance(Duration.ofDays(90));
    expire.removeOld();
    assertThat(listed()).extracting(Job::state).contains(TaskState.CANCELLED);

    clock.advance(Duration.ofSeconds(1));
    expire.removeOld();
    assertThat(listed()).extracting(Job::state).doesNotContain(TaskState.CANCELLED);
  }

  @Test
  void a_failed_ai_job_is_retried() {
    AiJob dead = claimedAiJob();
    storage.outbox().fail(dead, "no money left", clock.instant());
    List<Signal> signals = signals();
    JobId id = JobId.ai(dead.id());

    Job job = done(retry.retry(id));

    assertThat(job.state()).isEqualTo(TaskState.PENDING);
    assertThat(job.attempts()).isZero();
    assertThat(job.errors()).hasSize(1);
    assertThat(signals).containsExactly(new Signal.JobReady(AiJobKind.AI_NOTE));
    assertThat(refused(retry.retry(id))).isEqualTo("The job can be taken already");
    storage.outbox().claim(AiJobKind.AI_NOTE, 1, clock.instant(), clock.instant().plusSeconds(9));
    assertThat(refused(retry.retry(id))).isEqualTo("The job is in progress");
    assertThat(retry.retry(JobId.ai(999))).isEqualTo(new JobChange.UnknownJob());
  }

  @Test
  void an_ai_job_is_not_retried_while_the_same_is_active() {
    AiJob dead = claimedAiJob();
    storage.outbox().fail(dead, "no money left", clock.instant());
    claimedAiJob();

    assertThat(refused(retry.retry(JobId.ai(dead.id()))))
        .isEqualTo("The same job is waiting already");
  }

  @Test
  void a_cancelled_ai_job_is_still_listed() {
    AiJob taken = claimedAiJob();
    JobId id = JobId.ai(taken.id());

    Job job = done(cancel.cancel(id));

    assertThat(job.state()).isEqualTo(TaskState.CANCELLED);
    assertThat(job.noteId()).isEqualTo(7);
    assertThat(listed()).containsExactly(job);
    assertThat(refused(cancel.cancel(id))).isEqualTo("The job has ended: cancelled");
    assertThat(cancel.cancel(JobId.ai(999))).isEqualTo(new JobChange.UnknownJob());
  }

  private Task claimed(TaskType type) {
    TestUseCases.scheduling(storage)
        .schedule(
            storage.videos().find(videoId).orElseThrow(), new Requester.Nobody(), clock.instant());
    return storage.tasks().claim(type, null, clock.instant()).orElseThrow();
  }

  private AiJob claimedAiJob() {
    storage.outbox().add(AiJobKind.AI_NOTE, videoId, 7L, clock.instant());
    return storage
        .outbox()
        .claim(AiJobKind.AI_NOTE, 1, clock.instant(), clock.instant().plusSeconds(60))
        .getFirst();
  }

  private SubmitTaskResult.Outcome submit(Task task, Result result) {
    return submit.submit(new TaskReport(task.id(), videoId, null, task.attempts(), null, result));
  }

  /** Returns a list to which all signals from now on are added. */
  private List<Signal> signals() {
    List<Signal> signals = new ArrayList<>();
    storage.signals().subscribe(signals::add);
    return signals;
  }

  private List<Job> listed() {
    return list.list(new JobSearch(null, null, null, 1, 50)).jobs().stream()
        .filter(job -> job.id().kind() == JobId.Kind.AI || isSteered(job))
        .toList();
  }

  /** The task beside the one that a test looks at has never been handed out. */
  private static boolean isSteered(Job job) {
    return !job.errors().isEmpty() || job.times().startedAt() != null;
  }

  private static Job done(JobChange change) {
    assertThat(change).isInstanceOf(JobChange.Done.class);
    return ((JobChange.Done) change).job();
  }

  private static String refused(JobChange change) {
    assertThat(change).isInstanceOf(JobChange.Refused.class);
    return ((JobChange.Refused) change).reason();
  }
}
