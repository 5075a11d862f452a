package dev.vidwiz.application.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TaskQueue} promises to many callers at once. */
public abstract class TaskQueueRaces extends StorageContract {

  private static final TaskType TYPE = TaskType.TRANSCRIPT;
  private static final int WORKERS = 50;

  private TaskQueue tasks;

  @BeforeEach
  final void takeTasks() {
    tasks = storage.tasks();
  }

  @Test
  void adds_one_task_for_many_concurrent_calls() throws InterruptedException {
    VideoId videoId = newVideoId();

    List<Boolean> added =
        Race.run(100, runner -> tasks.schedule(TYPE, videoId, new Requester.Nobody(), NOW, NOW));

    assertThat(added).containsOnlyOnce(true);
    assertThat(tasks.countAvailable(TYPE, NOW, 10)).isEqualTo(1);
  }

  @Test
  void claims_each_task_exactly_once() throws InterruptedException {
    scheduleNew(2_000);

    List<List<Long>> hands = Race.run(WORKERS, runner -> drain());

    List<Long> handedOut = hands.stream().flatMap(List::stream).toList();
    assertThat(handedOut).hasSize(2_000).doesNotHaveDuplicates();
    assertThat(tasks.countAvailable(TYPE, NOW, 1)).isZero();
  }

  @Test
  void claims_each_task_exactly_once_while_more_are_scheduled() throws InterruptedException {
    List<List<Long>> hands =
        Race.run(
            WORKERS,
            runner -> {
              scheduleNew(10);
              return drain();
            });

    List<Long> handedOut = new ArrayList<>(hands.stream().flatMap(List::stream).toList());
    handedOut.addAll(drain());
    assertThat(handedOut).hasSize(WORKERS * 10).doesNotHaveDuplicates();
  }

  @Test
  void claims_each_task_exactly_once_in_batches_and_one_by_one() throws InterruptedException {
    scheduleNew(2_000);

    List<List<Long>> hands =
        Race.run(WORKERS, runner -> runner % 2 == 0 ? drain() : drain(1 + runner));

    List<Long> handedOut = hands.stream().flatMap(List::stream).toList();
    assertThat(handedOut).hasSize(2_000).doesNotHaveDuplicates();
  }

  @Test
  void gives_one_task_to_one_of_many_callers() throws InterruptedException {
    scheduleNew(1);

    List<Optional<Task>> claims =
        Race.run(WORKERS, runner -> tasks.claim(TYPE, (long) runner, NOW));

    assertThat(claims.stream().flatMap(Optional::stream)).hasSize(1);
    int winner = IntStream.range(0, WORKERS).filter(i -> claims.get(i).isPresent()).sum();
    assertThat(claims.get(winner).orElseThrow().workerUserId()).isEqualTo(winner);
  }

  @Test
  void accepts_one_of_many_concurrent_results() throws InterruptedException {
    scheduleNew(1);
    Task task = tasks.claim(TYPE, null, NOW).orElseThrow();

    List<Boolean> taken =
        Race.run(
            WORKERS,
            runner ->
                tasks.updateIfUnchanged(
                    task, runner % 2 == 0 ? task.completed(NOW) : task.failedForGood("no", NOW)));

    assertThat(taken).containsOnlyOnce(true);
    TaskState winner = taken.indexOf(true) % 2 == 0 ? TaskState.COMPLETED : TaskState.FAILED;
    assertThat(tasks.find(task.id()).orElseThrow().state()).isEqualTo(winner);
  }

  @Test
  void loses_no_task_when_workers_fail_and_give_back_at_once() throws InterruptedException {
    scheduleNew(100);

    List<Integer> completed = Race.run(20, runner -> workBadly());

    assertThat(completed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
  }

  /** Fails each first attempt, gives back every other second one and completes the rest. */
  private int workBadly() {
    int completed = 0;
    boolean gaveBack = false;
    while (true) {
      Optional<Task> claimed = tasks.claim(TYPE, null, NOW);
      if (claimed.isEmpty()) {
        return completed;
      }
      Task task = claimed.get();
      gaveBack = task.attempts() == 2 && !gaveBack;
      Task next =
          task.attempts() == 1
              ? task.failed("planted", NOW)
              : gaveBack ? task.givenBack(NOW) : task.completed(NOW);
      assertThat(tasks.updateIfUnchanged(task, next)).isTrue();
      completed += next.state() == TaskState.COMPLETED ? 1 : 0;
    }
  }

  private void scheduleNew(int count) {
    storage
        .transactions()
        .inTransaction(
            () -> {
              for (int i = 0; i < count; i++) {
                assertThat(tasks.schedule(TYPE, newVideoId(), new Requester.Nobody(), NOW, NOW))
                    .isTrue();
              }
            });
  }

  private List<Long> drain(int max) {
    List<Long> handedOut = new ArrayList<>();
    List<Task> batch;
    do {
      batch = tasks.claimBatch(TYPE, null, NOW, max);
      assertThat(batch).hasSizeLessThanOrEqualTo(max);
      batch.forEach(task -> handedOut.add(task.id()));
    } while (!batch.isEmpty());
    return handedOut;
  }

  private List<Long> drain() {
    List<Long> handedOut = new ArrayList<>();
    Optional<Task> task = tasks.claim(TYPE, null, NOW);
    while (task.isPresent()) {
      handedOut.add(task.get().id());
      task = tasks.claim(TYPE, null, NOW);
    }
    return handedOut;
  }
}
