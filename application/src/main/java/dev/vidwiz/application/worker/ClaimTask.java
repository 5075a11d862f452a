package dev.vidwiz.application.worker;

import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Claims a task for a worker, which can wait for one. Waiting workers are in one queue per type,
 * and a new task wakes the first. A waiting worker holds no connection and no platform thread.
 * Thread-safe.
 */
public final class ClaimTask implements AutoCloseable {

  /** The largest batch. */
  public static final int MAX_BATCH = 50;

  /** As many workers per server are woken at a time; the next round wakes the others. */
  private static final int MAX_SIGNALED = 50;

  private final TaskQueue tasks;
  private final WorkerRights rights;
  private final Signals signals;
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
    this.signals = signals;
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
    return claim(request, 1).stream().findFirst();
  }

  /**
   * Returns up to {@code max} tasks as soon as there is one; none after the timeout, when the
   * worker has disconnected, or when the server stops. A worker that may have only tasks of its
   * user's own videos gets one at most.
   *
   * @param max 1 to {@link #MAX_BATCH}
   * @throws IllegalArgumentException when the worker may have no tasks
   */
  public List<Task> claim(TaskRequest request, int max) throws InterruptedException {
    Long userId = request.workerUserId();
    if (!rights.isWorker(userId)) {
      throw new IllegalArgumentException("workers of users get no tasks");
    }
    TaskType type = request.type();
    if (userId == null || rights.hasAll(userId)) {
      try (WaitQueue.Waiter waiter = queue(type).enqueue(request.timeout())) {
        return claim(request, waiter, () -> claimAny(type, userId, max));
      }
    }
    OwnQueues own = ownQueues(type);
    WaitQueue.Waiter waiter = own.enqueue(userId, request.timeout());
    try {
      return claim(
          request, waiter, () -> tasks.claimOwn(type, userId, clock.instant()).stream().toList());
    } finally {
      own.leave(userId, waiter);
    }
  }

  private List<Task> claimAny(TaskType type, @Nullable Long userId, int max) {
    Instant now = clock.instant();
    return max == 1
        ? tasks.claim(type, userId, now).stream().toList()
        : tasks.claimBatch(type, userId, now, max);
  }

  private List<Task> claim(TaskRequest request, WaitQueue.Waiter waiter, Supplier<List<Task>> claim)
      throws InterruptedException {
    while (true) {
      List<Task> claimed = claim.get();
      claimed.forEach(task -> observer.taskClaimed(task.type()));
      if (!claimed.isEmpty() || !waiter.awaitWake() || !request.connected().getAsBoolean()) {
        return claimed;
      }
      waiter.requeue();
    }
  }

  /**
   * Gives turns to tasks whose delay has ended, and signals available tasks to all servers, in case
   * a signal was lost. To be called periodically by one server.
   */
  public void signalAvailable() {
    for (TaskType type : TaskType.values()) {
      tasks.lineUpDue(type, clock.instant());
      if (signals.reachAllServers()) {
        int available = tasks.countAvailable(type, clock.instant(), MAX_SIGNALED);
        for (int i = 0; i < available; i++) {
          signals.publish(new Signal.TaskReady(type));
        }
      }
    }
  }

  /**
   * Wakes the waiting workers of this server that {@link #signalAvailable} does not reach. To be
   * called periodically by every server.
   */
  public void wakeForAvailable() {
    if (!signals.reachAllServers()) {
      wakeWaiting();
    }
    wakeOwners();
  }

  private void wakeWaiting() {
    queues.forEach(
        (type, queue) -> {
          int waiting = queue.size();
          if (waiting > 0) {
            queue.wake(tasks.countAvailable(type, clock.instant(), waiting));
          }
        });
  }

  private void wakeOwners() {
    ownQueues.forEach(
        (type, own) -> {
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
      case Signal.Missed() -> {
        wakeWaiting();
        wakeOwners();
      }
      default -> {}
    }
  }
}
