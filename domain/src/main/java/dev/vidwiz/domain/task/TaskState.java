package dev.vidwiz.domain.task;

import java.util.Locale;

/** Where a task stands; the transitions are drawn in docs/task-states.md. */
public enum TaskState {
  PENDING,
  IN_PROGRESS,
  COMPLETED,
  FAILED,
  CANCELLED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** Returns the name under which the state is stored and told to workers. */
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
