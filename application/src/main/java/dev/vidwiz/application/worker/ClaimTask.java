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
 * Hands a task to a worker, who may wait for one. Those who wait stand in one line for each type: a
 * new task calls the first of the line, and nobody else looks. A waiter costs neither a connection
 * nor a platform thread. Thread-safe.
 */
public final class ClaimTask implements AutoCloseable {

  private final TaskQueue tasks;
  private final InstantSource clock;
  private final Observer observer;
  private final Map<TaskType, WaitingLine> lines = new EnumMap<>(TaskType.class);

  /** Hands out the tasks of the given queue, and listens to the signals from now on. */
  public ClaimTask(TaskQueue tasks, Signals signals, InstantSource clock, Observer observer) {
    this.tasks = tasks;
    this.clock = clock;
    this.observer = observer;
    for (TaskType type : TaskType.values()) {
      lines.put(type, new WaitingLine());
    }
    signals.subscribe(this::on);
  }

  /**
   * Returns a task as soon as there is one; empty when there was none for as long as the worker
   * wanted to wait, when the worker has gone, or when the server stops.
   */
  public Optional<Task> claim(TaskRequest request) throws InterruptedException {
    try (WaitingLine.Place place = line(request.type()).join(request.timeout())) {
      while (true) {
        Optional<Task> task = tasks.claim(request.type(), request.workerUserId(), clock.instant());
        task.ifPresent(handedOut -> observer.taskHandedOut(handedOut.type()));
        if (task.isPresent() || !place.awaitCall() || !request.stillWaiting().getAsBoolean()) {
          return task;
        }
        place.answerCall();
      }
    }
  }

  /** Calls as many waiters as there are tasks that no signal told of. To be called regularly. */
  public void callForAvailable() {
    lines.forEach(
        (type, line) -> {
          int waiting = line.size();
          if (waiting > 0) {
            line.call(tasks.countAvailable(type, clock.instant(), waiting));
          }
        });
  }

  /** Returns how many workers wait for a task of this type. */
  public int waiting(TaskType type) {
    return line(type).size();
  }

  /** Sends all who wait home, and each later one that would have to wait. */
  @Override
  public void close() {
    lines.values().forEach(WaitingLine::close);
  }

  private WaitingLine line(TaskType type) {
    return Objects.requireNonNull(lines.get(type));
  }

  private void on(Signal signal) {
    switch (signal) {
      case Signal.TaskReady(TaskType type) -> line(type).call(1);
      case Signal.Missed() -> callForAvailable();
      default -> {}
    }
  }
}
