package dev.vidwiz.bootstrap.settings;

/**
 * A text that is no value of its kind; the message goes on from the variable's name: "must be…".
 */
final class BadValue extends Exception {

  private static final long serialVersionUID = 1L;

  private final String wrong;

  BadValue(String wrong) {
    super(wrong);
    this.wrong = wrong;
  }

  /** Returns the message. */
  String wrong() {
    return wrong;
  }
}
