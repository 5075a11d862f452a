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
 * Claims a task for a worker, which can wait for one. Waiting workers are in one queue per type,
 * and a new task wakes the first. A waiting worker holds no connection and no platform thread.
 * Thread-safe.
 */
public final class ClaimTask implements AutoCloseable {

  private final TaskQueue tasks;
  private final InstantSource clock;
  private final Observer observer;
  private final Map<TaskType, WaitQueue> queues = new EnumMap<>(TaskType.class);

  /** Subscribes to the signals. */
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
   * Returns a task as soon as there is one. Empty after the timeout, when the worker has
   * disconnected, or when the server stops.
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

  /**
   * Wakes as many workers as there are available tasks, in case a signal was lost. To be called
   * periodically.
   */
  public void wakeForAvailable() {
    queues.forEach(
        (type, queue) -> {
          int waiting = queue.size();
          if (waiting > 0) {
            queue.wake(tasks.countAvailable(type, clock.instant(), waiting));
          }
        });
  }

  /** Returns the number of workers that wait for a task of this type. */
  public int waiting(TaskType type) {
    return queue(type).size();
  }

  /** Ends all waits, also later ones. */
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
