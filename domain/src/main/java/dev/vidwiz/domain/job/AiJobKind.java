package dev.vidwiz.domain.job;

/** What a language model is asked to write. */
public enum AiJobKind {
  AI_NOTE("ai_note"),
  SUMMARY("summary");

  private final String code;

  AiJobKind(String code) {
    this.code = code;
  }

  /** Returns the name of the kind in the database. */
  public String code() {
    return code;
  }

  /**
   * Returns the kind with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static AiJobKind ofCode(String code) {
    for (AiJobKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown job kind " + code);
  }
}
