package dev.vidwiz.application.worker;

import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.observer.Observer.TaskOutcome;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Ends attempts whose lease is over, and removes old tasks. */
public final class ExpireTasks {

  private static final Duration COMPLETED_KEPT = Duration.ofDays(30);
  private static final Duration FAILED_KEPT = Duration.ofDays(90);
  private static final int TASKS_PER_LOOK = 500;

  private final TaskQueue tasks;
  private final TaskTransitions transitions;
  private final InstantSource clock;
  private final Observer observer;

  /** Works on the given queue. */
  public ExpireTasks(
      TaskQueue tasks, TaskTransitions transitions, InstantSource clock, Observer observer) {
    this.tasks = tasks;
    this.transitions = transitions;
    this.clock = clock;
    this.observer = observer;
  }

  /**
   * Ends attempts that take longer than {@link Task#LEASE}: puts their tasks back, or fails them
   * after the last attempt.
   */
  public void expireLeases() {
    Instant now = clock.instant();
    List<Task> stale;
    do {
      stale = tasks.findStale(now.minus(Task.LEASE), TASKS_PER_LOOK);
      stale.forEach(task -> expire(task, now));
    } while (stale.size() == TASKS_PER_LOOK);
  }

  private void expire(Task task, Instant now) {
    if (transitions.record(task, task.expired(now))) {
      observer.attemptEnded(task.type(), TaskOutcome.EXPIRED);
    }
  }

  /** Makes tasks available whose times a clock wrote that was ahead. */
  public void correctFutureTimes() {
    tasks.correctFutureTimes(clock.instant());
  }

  /** Removes old tasks: completed ones after 30 days, others after 90. */
  public void removeOld() {
    Instant now = clock.instant();
    tasks.removeEnded(TaskState.COMPLETED, now.minus(COMPLETED_KEPT));
    tasks.removeEnded(TaskState.FAILED, now.minus(FAILED_KEPT));
    tasks.removeEnded(TaskState.CANCELLED, now.minus(FAILED_KEPT));
  }
}
