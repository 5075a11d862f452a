package dev.vidwiz.transfer.importing;

/** A row that cannot be imported. */
final class UnusableRowException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Takes the reason: a sentence without values of the row. */
  UnusableRowException(String reason) {
    super(reason, null, false, false);
  }
}
