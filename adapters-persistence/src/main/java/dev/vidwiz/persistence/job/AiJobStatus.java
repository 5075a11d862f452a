package dev.vidwiz.persistence.job;

import dev.vidwiz.domain.task.TaskState;

/** The words of the column status of an AI job, and the states of tasks that they stand for. */
public final class AiJobStatus {

  private AiJobStatus() {}

  /** Returns the word; for a completed job, which is none any more, one that no row has. */
  public static String of(TaskState state) {
    return switch (state) {
      case PENDING -> "waiting";
      case IN_PROGRESS -> "leased";
      case FAILED -> "dead";
      case COMPLETED, CANCELLED -> state.code();
    };
  }

  static TaskState state(String status) {
    for (TaskState state : TaskState.values()) {
      if (of(state).equals(status)) {
        return state;
      }
    }
    throw new IllegalStateException("unknown status of an AI job: " + status);
  }
}
