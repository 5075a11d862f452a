package dev.vidwiz.domain.task;

import java.util.Locale;

/** The state of a task. docs/task-states.md shows the transitions. */
public enum TaskState {
  PENDING,
  IN_PROGRESS,
  COMPLETED,
  FAILED,
  CANCELLED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** Returns the name of the state in the database and the API. */
  public String code() {
    return code;
  }

  /**
   * Returns the state with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static TaskState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
