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
import java.util.function.Supplier;

/**
 * Hands a task to a worker, who may wait for one. Those who wait stand in one line for each type: a
 * new task calls the first of the line, and nobody else looks. A waiter costs neither a connection
 * nor a platform thread. Thread-safe.
 */
public final class ClaimTask implements AutoCloseable {

  private final TaskQueue tasks;
  private final WorkerRights rights;
  private final InstantSource clock;
  private final Observer observer;
  private final Map<TaskType, WaitingLine> lines = new EnumMap<>(TaskType.class);
  private final Map<TaskType, OwnLines> ownLines = new EnumMap<>(TaskType.class);

  /** Hands out the tasks of the given queue, and listens to the signals from now on. */
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
      lines.put(type, new WaitingLine());
      ownLines.put(type, new OwnLines());
    }
    signals.subscribe(this::on);
  }

  /**
   * Returns a task as soon as there is one; empty when there was none for as long as the worker
   * wanted to wait, when the worker has gone, or when the server stops.
   *
   * @throws IllegalArgumentException when the worker may have no tasks
   */
  public Optional<Task> claim(TaskRequest request) throws InterruptedException {
    Long userId = request.workerUserId();
    if (!rights.isWorker(userId)) {
      throw new IllegalArgumentException("workers of users get no tasks");
    }
    if (userId == null || rights.hasAll(userId)) {
      try (WaitingLine.Place place = line(request.type()).join(request.timeout())) {
        return claim(request, place, () -> tasks.claim(request.type(), userId, clock.instant()));
      }
    }
    OwnLines own = ownLines(request.type());
    WaitingLine.Place place = own.join(userId, request.timeout());
    try {
      return claim(request, place, () -> tasks.claimOwn(request.type(), userId, clock.instant()));
    } finally {
      own.leave(userId, place);
    }
  }

  private Optional<Task> claim(
      TaskRequest request, WaitingLine.Place place, Supplier<Optional<Task>> look)
      throws InterruptedException {
    while (true) {
      Optional<Task> task = look.get();
      task.ifPresent(handedOut -> observer.taskHandedOut(handedOut.type()));
      if (task.isPresent() || !place.awaitCall() || !request.stillWaiting().getAsBoolean()) {
        return task;
      }
      place.answerCall();
    }
  }

  /**
   * Lets tasks line up whose delay has ended, and calls as many waiters as there are tasks that no
   * signal told of. To be called regularly.
   */
  public void callForAvailable() {
    lines.forEach(
        (type, line) -> {
          tasks.lineUpDue(type, clock.instant());
          int waiting = line.size();
          if (waiting > 0) {
            line.call(tasks.countAvailable(type, clock.instant(), waiting));
          }
          ownLines(type).call();
        });
  }

  /** Returns how many workers wait for a task of this type. */
  public int waiting(TaskType type) {
    return line(type).size() + ownLines(type).size();
  }

  /** Sends all who wait home, and each later one that would have to wait. */
  @Override
  public void close() {
    lines.values().forEach(WaitingLine::close);
    ownLines.values().forEach(OwnLines::close);
  }

  private WaitingLine line(TaskType type) {
    return Objects.requireNonNull(lines.get(type));
  }

  private OwnLines ownLines(TaskType type) {
    return Objects.requireNonNull(ownLines.get(type));
  }

  private void on(Signal signal) {
    switch (signal) {
      case Signal.TaskReady(TaskType type) -> {
        line(type).call(1);
        ownLines(type).callIfFew();
      }
      case Signal.Missed() -> callForAvailable();
      default -> {}
    }
  }
}
