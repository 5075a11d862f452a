package dev.vidwiz.application.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.application.worker.SubmitTaskResult.Outcome;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tests need that report on tasks. */
abstract class TaskReporting {

  static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  static final JsonText TRANSCRIPT = new JsonText("[{\"text\":\"hello\"}]");

  static final FetchedMetadata METADATA =
      new FetchedMetadata(new JsonText("{\"title\":\"Found\"}"), new Title("Found"));

  static final Result FAILURE = new Result.Failure("timeout", false, null);

  final InMemoryStorage storage = new InMemoryStorage();

  final SettableClock clock = new SettableClock();

  final SubmitTaskResult submit = TestUseCases.over(storage, clock).submitTaskResult;

  final ExpireTasks expire = TestUseCases.over(storage, clock).expireTasks;

  final ScheduleFetches fetches = TestUseCases.scheduling(storage);

  List<Signal> signals() {
    List<Signal> signals = new ArrayList<>();
    storage.signals().subscribe(signals::add);
    return signals;
  }

  static Result later(String sentence, boolean parked) {
    return new Result.Failure("429", sentence, false, Duration.ofHours(1), parked);
  }

  Task claimed(TaskType type) {
    fetches.schedule(video(), new Requester.Nobody(), clock.instant());
    return claim(type).orElseThrow();
  }

  Optional<Task> claim(TaskType type) {
    return storage.tasks().claim(type, null, clock.instant());
  }

  Video video() {
    return storage.videos().ensure(VIDEO, null, clock.instant());
  }

  Outcome submit(Task task, Result result) {
    return submit.submit(report(task.id(), null, task.attempts(), result));
  }

  static TaskReport report(
      long taskId, @Nullable Long workerUserId, @Nullable Integer attempt, Result result) {
    return new TaskReport(taskId, VIDEO, workerUserId, attempt, null, result);
  }

  static Task recorded(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    return ((Outcome.Recorded) outcome).task();
  }
}
