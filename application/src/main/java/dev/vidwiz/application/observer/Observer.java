package dev.vidwiz.application.observer;

import dev.vidwiz.domain.task.TaskType;

/**
 * Is told of what happens inside, for whoever counts it. Called on the thread on which it happens,
 * and so to be quick; nothing may be thrown. Thread-safe.
 */
public interface Observer {

  /** Cares for nothing. */
  Observer NONE = new Observer() {};

  /** What comes of a task that was handed out. */
  enum TaskOutcome {
    /** The worker did it. */
    COMPLETED,
    /** The worker failed, and there will be another attempt. */
    PUT_BACK,
    /** The worker failed, and the task with it. */
    FAILED,
    /** The worker's report did not fit the task, which stays as it is. */
    REFUSED,
    /** No report came in time. */
    EXPIRED,
    /** The worker had gone before it could be told of the task. */
    GIVEN_BACK
  }

  /** A worker was handed a task. */
  default void taskHandedOut(TaskType type) {}

  /** Something came of a task that had been handed out. */
  default void taskReturned(TaskType type, TaskOutcome outcome) {}

  /** A question was refused, as a quota is spent. */
  default void quotaSpent(Quota quota) {}
}
