package dev.vidwiz.bootstrap.settings;

import java.util.Objects;

/** A text that is not a valid value; the message continues the name of the setting: "must be…". */
final class BadValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** The message must not repeat a secret. */
  BadValue(String message) {
    super(message);
  }

  /** Repeats the text. */
  BadValue(String expected, String text) {
    this("must be " + expected + ", not \"" + text + "\"");
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
