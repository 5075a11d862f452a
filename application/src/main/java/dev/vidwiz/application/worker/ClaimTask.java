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
import java.util.Set;
import java.util.function.Supplier;

/**
 * Claims a task for a worker, which can wait for one. Waiting workers are in one queue per type,
 * and a new task wakes the first. A waiting worker holds no connection and no platform thread.
 * Thread-safe.
 */
public final class ClaimTask implements AutoCloseable {

  private final TaskQueue tasks;
  private final WorkerRights rights;
  private final InstantSource clock;
  private final Observer observer;
  private final Map<TaskType, WaitQueue> queues = new EnumMap<>(TaskType.class);
  private final Map<TaskType, OwnQueues> ownQueues = new EnumMap<>(TaskType.class);

  /** Subscribes to the signals. */
  public ClaimTask(
      TaskQueue tasks,
      WorkerRights rights,
      Signals signals,
      InstantSource clock,
      Observer observer) {
    this.tasks = tasks;
    this.rights = rights;
    this.clock = clock;
    this.observer = observer;
    for (TaskType type : TaskType.values()) {
      queues.put(type, new WaitQueue());
      ownQueues.put(type, new OwnQueues());
    }
    signals.subscribe(this::on);
  }

  /**
   * Returns a task as soon as there is one. Empty after the timeout, when the worker has
   * disconnected, or when the server stops.
   *
   * @throws IllegalArgumentException when the worker may have no tasks
   */
  public Optional<Task> claim(TaskRequest request) throws InterruptedException {
    Long userId = request.workerUserId();
    if (!rights.isWorker(userId)) {
      throw new IllegalArgumentException("workers of users get no tasks");
    }
    if (userId == null || rights.hasAll(userId)) {
      try (WaitQueue.Waiter waiter = queue(request.type()).enqueue(request.timeout())) {
        return claim(request, waiter, () -> tasks.claim(request.type(), userId, clock.instant()));
      }
    }
    OwnQueues own = ownQueues(request.type());
    WaitQueue.Waiter waiter = own.enqueue(userId, request.timeout());
    try {
      return claim(request, waiter, () -> tasks.claimOwn(request.type(), userId, clock.instant()));
    } finally {
      own.leave(userId, waiter);
    }
  }

  private Optional<Task> claim(
      TaskRequest request, WaitQueue.Waiter waiter, Supplier<Optional<Task>> claim)
      throws InterruptedException {
    while (true) {
      Optional<Task> task = claim.get();
      task.ifPresent(claimed -> observer.taskClaimed(claimed.type()));
      if (task.isPresent() || !waiter.awaitWake() || !request.connected().getAsBoolean()) {
        return task;
      }
      waiter.requeue();
    }
  }

  /**
   * Gives turns to tasks whose delay has ended, and wakes as many workers as there are available
   * tasks, in case a signal was lost. To be called periodically.
   */
  public void wakeForAvailable() {
    queues.forEach(
        (type, queue) -> {
          tasks.lineUpDue(type, clock.instant());
          int waiting = queue.size();
          if (waiting > 0) {
            queue.wake(tasks.countAvailable(type, clock.instant(), waiting));
          }
          OwnQueues own = ownQueues(type);
          Set<Long> users = own.users();
          if (!users.isEmpty()) {
            own.wake(tasks.findOwners(type, users, clock.instant()));
          }
        });
  }

  /** Returns the number of workers that wait for a task of this type. */
  public int waiting(TaskType type) {
    return queue(type).size() + ownQueues(type).size();
  }

  /** Ends all waits, also later ones. */
  @Override
  public void close() {
    queues.values().forEach(WaitQueue::close);
    ownQueues.values().forEach(OwnQueues::close);
  }

  private WaitQueue queue(TaskType type) {
    return Objects.requireNonNull(queues.get(type));
  }

  private OwnQueues ownQueues(TaskType type) {
    return Objects.requireNonNull(ownQueues.get(type));
  }

  private void on(Signal signal) {
    switch (signal) {
      case Signal.TaskReady(TaskType type) -> {
        queue(type).wake(1);
        ownQueues(type).wakeIfFew();
      }
      case Signal.Missed() -> wakeForAvailable();
      default -> {}
    }
  }
}
