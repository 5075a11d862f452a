package dev.vidwiz.application.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Observer;
import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.task.SubmitTaskResult.Outcome;
import dev.vidwiz.application.task.TaskReport.Result;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.application.video.Receiving;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Postponements;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskResultsTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final JsonText TRANSCRIPT = new JsonText("[{\"text\":\"hello\"}]");
  private static final FetchedMetadata METADATA =
      new FetchedMetadata(new JsonText("{\"title\":\"Found\"}"), new Title("Found"));
  private static final Result FAILURE = new Result.Failure("timeout", false, null);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final SubmitTaskResult submit =
      new SubmitTaskResult(storage, Receiving.in(storage), clock, Observer.NONE);
  private final ExpireTasks expire = new ExpireTasks(storage, clock, Observer.NONE);
  private final ScheduleFetches fetches = new ScheduleFetches(storage);

  @Test
  void a_transcript_is_stored_and_makes_the_video_known_to_have_one() {
    Task task = claimed(TaskType.TRANSCRIPT);

    Task after = recorded(submit(task, new Result.Success(TRANSCRIPT, null)));

    assertThat(after.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(storage.transcripts().find(VIDEO)).contains(TRANSCRIPT);
    assertThat(video().transcriptAvailable()).isTrue();
  }

  @Test
  void a_success_without_a_transcript_is_believed() {
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
  void a_failed_task_is_handed_out_three_times() {
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
  void a_permanent_failure_tells_users_its_reason() {
    submit(
        claimed(TaskType.TRANSCRIPT),
        new Result.Failure("This video has no captions.", true, null));

    assertThat(video().transcriptError()).isEqualTo("This video has no captions.");
  }

  @Test
  void a_task_that_is_to_be_retried_later_waits_and_does_not_count() {
    submit(
        claimed(TaskType.TRANSCRIPT), new Result.Failure("blocked", false, Duration.ofSeconds(30)));
    assertThat(claim(TaskType.TRANSCRIPT)).isEmpty();

    clock.advance(Duration.ofSeconds(30));

    assertThat(claim(TaskType.TRANSCRIPT)).map(Task::attempts).contains(1);
  }

  @Test
  void a_transcript_that_is_tried_again_later_tells_people_so() {
    List<Signal> signals = signals();
    submit(claimed(TaskType.TRANSCRIPT), new Result.Failure("blocked", false, Duration.ofHours(2)));

    assertThat(video().transcriptError())
        .isEqualTo("The transcript could not be fetched yet; next try at 14:01 UTC.");
    assertThat(signals).contains(new Signal.VideoChanged(VIDEO));
    assertThat(fetches.schedule(video(), clock.instant())).isEmpty();
    assertThat(video().transcriptError()).isNotNull();
  }

  @Test
  void a_sentence_for_people_is_told_once_and_until_the_transcript_arrives() {
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
  void a_retry_at_once_and_the_metadata_tell_people_nothing() {
    submit(claimed(TaskType.TRANSCRIPT), FAILURE);
    submit(claimed(TaskType.TRANSCRIPT), new Result.Failure("stopped", false, Duration.ZERO));
    submit(claimed(TaskType.METADATA), later("Withheld; next try at 14:05 UTC.", false));

    assertThat(video().transcriptError()).isNull();
  }

  @Test
  void what_waits_does_not_hide_a_transcript_that_came_another_way() {
    Task task = claimed(TaskType.TRANSCRIPT);
    storage.videos().markTranscriptAvailable(VIDEO, clock.instant());

    submit(task, later("Withheld; next try at 14:05 UTC.", false));

    assertThat(video().transcriptError()).isNull();
  }

  @Test
  void a_task_that_is_put_off_for_seven_days_fails_with_the_last_reason() {
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
  void the_bound_holds_for_old_workers_and_metadata_too() {
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
  void a_task_of_a_worker_that_stops_was_not_put_off() {
    Task task = claimed(TaskType.TRANSCRIPT);
    Task back =
        recorded(submit(task, new Result.Failure("stopped", null, false, Duration.ZERO, true)));

    assertThat(back.postponements()).isEqualTo(Postponements.NONE);
    assertThat(claim(TaskType.TRANSCRIPT)).map(Task::attempts).contains(1);
  }

  @Test
  void parked_tasks_are_handed_out_when_their_worker_works_again() {
    submit(claimed(TaskType.TRANSCRIPT), later("Blocked; next try at 14:05 UTC.", true));
    submit(claimed(TaskType.METADATA), later("Withheld; next try at 14:05 UTC.", false));
    List<Signal> signals = signals();

    assertThat(new ResumeTasks(storage, clock).resume()).isEqualTo(1);

    assertThat(signals)
        .containsExactlyInAnyOrder(
            new Signal.TaskReady(TaskType.TRANSCRIPT), new Signal.VideoChanged(VIDEO));
    assertThat(video().transcriptError()).isNull();
    assertThat(claim(TaskType.TRANSCRIPT)).isPresent();
    assertThat(claim(TaskType.METADATA)).isEmpty();
    assertThat(new ResumeTasks(storage, clock).resume()).isZero();
  }

  @Test
  void a_video_whose_task_failed_for_good_gets_another_after_ten_minutes() {
    submit(claimed(TaskType.TRANSCRIPT), new Result.Failure("This video is private.", true, null));

    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(fetches.schedule(video(), clock.instant())).isEmpty();
    clock.advance(Duration.ofSeconds(1));

    assertThat(fetches.schedule(video(), clock.instant())).isEqualTo(Set.of(TaskType.TRANSCRIPT));
    assertThat(video().transcriptError()).isNull();
  }

  @Test
  void a_task_without_a_result_is_handed_out_again_until_its_attempts_are_used_up() {
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
  void an_old_worker_that_does_not_name_its_attempt_is_believed() {
    Task task = claimed(TaskType.TRANSCRIPT);

    assertThat(submit.submit(report(task.id(), null, null, FAILURE)))
        .isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void a_result_that_does_not_fit_its_task_is_refused() {
    Task transcript = claimed(TaskType.TRANSCRIPT);
    Task metadata = claimed(TaskType.METADATA);

    assertThat(submit(transcript, new Result.Success(null, METADATA)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(submit(metadata, new Result.Success(TRANSCRIPT, null)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(
            submit.submit(
                new TaskReport(transcript.id(), new VideoId("another-vid"), null, 1, FAILURE)))
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
  void only_the_worker_that_has_the_task_may_report() {
    fetches.schedule(video(), clock.instant());
    Task task = storage.tasks().claim(TaskType.METADATA, 7L, clock.instant()).orElseThrow();

    assertThat(submit(task, FAILURE)).isEqualTo(new Outcome.OtherWorkersTask());
    assertThat(submit.submit(report(task.id(), 8L, 1, FAILURE)))
        .isEqualTo(new Outcome.OtherWorkersTask());
    assertThat(submit.submit(report(task.id(), 7L, 1, FAILURE)))
        .isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void a_task_that_is_given_back_is_handed_out_as_if_for_the_first_time() {
    Task task = claimed(TaskType.TRANSCRIPT);

    new GiveBackTask(storage, clock, Observer.NONE).giveBack(task);

    assertThat(claim(TaskType.TRANSCRIPT)).map(Task::attempts).contains(1);
  }

  @Test
  void ended_tasks_are_forgotten_after_their_time() {
    Task task = claimed(TaskType.TRANSCRIPT);
    submit(task, new Result.Success(TRANSCRIPT, null));

    clock.advance(Duration.ofDays(30));
    expire.removeOld();
    assertThat(storage.tasks().find(task.id())).isPresent();
    clock.advance(Duration.ofSeconds(1));
    expire.removeOld();

    assertThat(storage.tasks().find(task.id())).isEmpty();
  }

  private List<Signal> signals() {
    List<Signal> signals = new ArrayList<>();
    storage.signals().subscribe(signals::add);
    return signals;
  }

  private static Result later(String sentence, boolean parked) {
    return new Result.Failure("429", sentence, false, Duration.ofHours(1), parked);
  }

  private Task claimed(TaskType type) {
    fetches.schedule(video(), clock.instant());
    return claim(type).orElseThrow();
  }

  private Optional<Task> claim(TaskType type) {
    return storage.tasks().claim(type, null, clock.instant());
  }

  private Video video() {
    return storage.videos().ensure(VIDEO, null, clock.instant());
  }

  private Outcome submit(Task task, Result result) {
    return submit.submit(report(task.id(), null, task.attempts(), result));
  }

  private static TaskReport report(
      long taskId, @Nullable Long workerUserId, @Nullable Integer attempt, Result result) {
    return new TaskReport(taskId, VIDEO, workerUserId, attempt, result);
  }

  private static Task recorded(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    return ((Outcome.Recorded) outcome).task();
  }
}
