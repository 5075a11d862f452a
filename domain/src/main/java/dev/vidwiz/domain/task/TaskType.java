package dev.vidwiz.domain.task;

/** What a task fetches. */
public enum TaskType {
  TRANSCRIPT("fetch_transcript"),
  METADATA("fetch_metadata");

  private final String code;

  TaskType(String code) {
    this.code = code;
  }

  /** Returns the name of the type in the database and the API. */
  public String code() {
    return code;
  }

  /**
   * Returns the type with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static TaskType ofCode(String code) {
    for (TaskType type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown task type " + code);
  }
}
