package dev.vidwiz.application.failure;

/** Nobody waits for the outcome of a call any more, so that it was given up. */
public final class CallerGoneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Has no stack trace: it is no fault. */
  public CallerGoneException() {
    super("the caller has gone", null, false, false);
  }
}
