package dev.vidwiz.bootstrap;

/** A command cannot run; the message tells the user what to fix. */
final class CannotRun extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  CannotRun(int status, String message) {
    super(message);
    this.status = status;
  }

  /** Returns the exit status. */
  int status() {
    return status;
  }
}
