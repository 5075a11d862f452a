package dev.vidwiz.application.observer;

import dev.vidwiz.domain.task.TaskType;

/**
 * Observes events, for metrics. Called on the thread of the event. Must be quick, must not throw,
 * and must be thread-safe.
 */
public interface Observer {

  /** Ignores all events. */
  Observer NONE = new Observer() {};

  /** The outcome of an attempt. */
  enum TaskOutcome {
    /** The worker succeeded. */
    COMPLETED,
    /** The worker failed, and there will be another attempt. */
    PUT_BACK,
    /** The worker failed, and the task failed. */
    FAILED,
    /** The worker's report was refused, and the task is unchanged. */
    REFUSED,
    /** No report came in time. */
    EXPIRED,
    /** The worker disconnected before it received the task. */
    GIVEN_BACK
  }

  /** A worker claimed a task. */
  default void taskClaimed(TaskType type) {}

  /** An attempt ended. */
  default void attemptEnded(TaskType type, TaskOutcome outcome) {}

  /** A question was refused because a quota is used up. */
  default void quotaSpent(Quota quota) {}
}
