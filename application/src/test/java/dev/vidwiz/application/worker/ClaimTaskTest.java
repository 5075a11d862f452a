package dev.vidwiz.application.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClaimTaskTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final ClaimTask claimTask = TestUseCases.over(storage, clock).claimTask;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void sendWorkersHome() {
    claimTask.close();
    workers.close();
  }

  @Test
  void claims_an_available_task() throws InterruptedException {
    schedule(VIDEO);

    Task task = claimTask.claim(request(Duration.ZERO)).orElseThrow();

    assertThat(task.videoId()).isEqualTo(VIDEO);
    assertThat(task.attempts()).isEqualTo(1);
    assertThat(claimTask.claim(request(Duration.ZERO))).isEmpty();
  }

  @Test
  void a_waiting_worker_gets_a_task_when_it_is_scheduled() throws Exception {
    Future<Optional<Task>> waiting = workers.submit(() -> claimTask.claim(request(LONG)));
    awaitWaiting(1);

    schedule(VIDEO);

    assertThat(waiting.get()).map(Task::videoId).contains(VIDEO);
  }

  @Test
  void many_waiting_workers_get_one_task_each() throws Exception {
    List<Future<Optional<Task>>> waiting = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      waiting.add(workers.submit(() -> claimTask.claim(request(LONG))));
    }
    awaitWaiting(100);

    for (int i = 0; i < 100; i++) {
      schedule(new VideoId("video%06d".formatted(i)));
    }

    assertThat(results(waiting)).doesNotHaveDuplicates().hasSize(100);
  }

  @Test
  void a_task_goes_past_a_disconnected_worker() throws Exception {
    Future<Optional<Task>> gone = workers.submit(() -> claimTask.claim(request(LONG, () -> false)));
    awaitWaiting(1);
    Future<Optional<Task>> next = workers.submit(() -> claimTask.claim(request(LONG)));
    awaitWaiting(2);

    schedule(VIDEO);

    assertThat(next.get()).map(Task::attempts).contains(1);
    assertThat(gone.get()).isEmpty();
  }

  @Test
  void polling_finds_changes_without_a_signal() throws Exception {
    Future<Optional<Task>> waiting = workers.submit(() -> claimTask.claim(request(LONG)));
    awaitWaiting(1);
    storage
        .tasks()
        .schedule(
            TaskType.TRANSCRIPT, VIDEO, new Requester.Nobody(), clock.instant(), Instant.EPOCH);

    claimTask.wakeForAvailable();

    assertThat(waiting.get()).map(Task::videoId).contains(VIDEO);
  }

  @Test
  void checks_everything_after_missed_signals() throws Exception {
    Future<Optional<Task>> waiting = workers.submit(() -> claimTask.claim(request(LONG)));
    awaitWaiting(1);
    storage
        .tasks()
        .schedule(
            TaskType.TRANSCRIPT, VIDEO, new Requester.Nobody(), clock.instant(), Instant.EPOCH);

    storage.signals().publish(new Signal.Missed());

    assertThat(waiting.get()).map(Task::videoId).contains(VIDEO);
  }

  @Test
  void waits_for_one_type_only() throws InterruptedException {
    schedule(VIDEO);

    assertThat(claimTask.claim(new TaskRequest(TaskType.METADATA, null, Duration.ZERO, () -> true)))
        .isEmpty();
  }

  @Test
  void ends_all_waits_when_it_is_closed() throws Exception {
    Future<Optional<Task>> waiting = workers.submit(() -> claimTask.claim(request(LONG)));
    awaitWaiting(1);

    claimTask.close();

    assertThat(waiting.get()).isEmpty();
    assertThat(claimTask.claim(request(LONG))).isEmpty();
  }

  private void schedule(VideoId videoId) {
    storage
        .transactions()
        .inTransaction(
            () -> {
              storage
                  .tasks()
                  .schedule(
                      TaskType.TRANSCRIPT,
                      videoId,
                      new Requester.Nobody(),
                      clock.instant(),
                      Instant.EPOCH);
              storage.signals().publish(new Signal.TaskReady(TaskType.TRANSCRIPT));
            });
  }

  private void awaitWaiting(int count) {
    while (claimTask.waiting(TaskType.TRANSCRIPT) < count) {
      Thread.onSpinWait();
    }
  }

  private static List<Task> results(List<Future<Optional<Task>>> futures)
      throws InterruptedException, ExecutionException {
    List<Task> tasks = new ArrayList<>();
    for (Future<Optional<Task>> future : futures) {
      future.get().ifPresent(tasks::add);
    }
    return tasks;
  }

  private static TaskRequest request(Duration timeout) {
    return request(timeout, () -> true);
  }

  private static TaskRequest request(Duration timeout, BooleanSupplier connected) {
    return new TaskRequest(TaskType.TRANSCRIPT, null, timeout, connected);
  }
}
