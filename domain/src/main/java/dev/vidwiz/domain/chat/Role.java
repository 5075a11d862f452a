package dev.vidwiz.domain.chat;

import java.util.Locale;

/** Who said something in a conversation. */
public enum Role {
  USER,
  ASSISTANT;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** Returns the name under which the role is stored, shown and told to models. */
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
