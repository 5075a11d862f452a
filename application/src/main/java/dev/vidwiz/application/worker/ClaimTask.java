package dev.vidwiz.application.worker;

import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Hands a task to a worker, who may wait for one. Those who wait stand in one queue for each type:
 * a new task calls the first of the queue, and nobody else looks. A waiter costs neither a
 * connection nor a platform thread. Thread-safe.
 */
public final class ClaimTask implements AutoCloseable {

  private final TaskQueue tasks;
  private final InstantSource clock;
  private final Observer observer;
  private final Map<TaskType, WaitQueue> queues = new EnumMap<>(TaskType.class);

  /** Hands out the tasks of the given queue, and listens to the signals from now on. */
  public ClaimTask(TaskQueue tasks, Signals signals, InstantSource clock, Observer observer) {
    this.tasks = tasks;
    this.clock = clock;
    this.observer = observer;
    for (TaskType type : TaskType.values()) {
      queues.put(type, new WaitQueue());
    }
    signals.subscribe(this::on);
  }

  /**
   * Returns a task as soon as there is one; empty when there was none for as long as the worker
   * wanted to wait, when the worker has gone, or when the server stops.
   */
  public Optional<Task> claim(TaskRequest request) throws InterruptedException {
    try (WaitQueue.Waiter waiter = queue(request.type()).enqueue(request.timeout())) {
      while (true) {
        Optional<Task> task = tasks.claim(request.type(), request.workerUserId(), clock.instant());
        task.ifPresent(handedOut -> observer.taskClaimed(handedOut.type()));
        if (task.isPresent() || !waiter.awaitWake() || !request.connected().getAsBoolean()) {
          return task;
        }
        waiter.requeue();
      }
    }
  }

  /** Calls as many waiters as there are tasks that no signal told of. To be wake regularly. */
  public void wakeForAvailable() {
    queues.forEach(
        (type, queue) -> {
          int waiting = queue.size();
          if (waiting > 0) {
            queue.wake(tasks.countAvailable(type, clock.instant(), waiting));
          }
        });
  }

  /** Returns how many workers wait for a task of this type. */
  public int waiting(TaskType type) {
    return queue(type).size();
  }

  /** Sends all who wait home, and each later one that would have to wait. */
  @Override
  public void close() {
    queues.values().forEach(WaitQueue::close);
  }

  private WaitQueue queue(TaskType type) {
    return Objects.requireNonNull(queues.get(type));
  }

  private void on(Signal signal) {
    switch (signal) {
      case Signal.TaskReady(TaskType type) -> queue(type).wake(1);
      case Signal.Missed() -> wakeForAvailable();
      default -> {}
    }
  }
}
