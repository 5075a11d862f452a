package dev.vidwiz.persistence.job;

import dev.vidwiz.domain.task.TaskState;

/** The values of the column {@code status} of AI jobs, and their states. */
public final class AiJobStatus {

  private AiJobStatus() {}

  /** Returns the value of a state. No row has that of a completed job, which is removed. */
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
