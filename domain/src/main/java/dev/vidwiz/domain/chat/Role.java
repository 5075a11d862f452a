package dev.vidwiz.domain.chat;

import java.util.Locale;

/** The author of a message. */
public enum Role {
  USER,
  ASSISTANT;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** Returns the name of the role in the database, the API and prompts. */
  public String code() {
    return code;
  }

  /**
   * Returns the role with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Role ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
