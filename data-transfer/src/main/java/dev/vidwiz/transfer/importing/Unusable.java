package dev.vidwiz.transfer.importing;

/** A row that cannot be taken over. */
final class Unusable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /** Says why, in a sentence without any value of the row. */
  Unusable(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
