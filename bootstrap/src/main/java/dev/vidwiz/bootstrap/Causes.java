package dev.vidwiz.bootstrap;

/** Finds the reason that a person can do something about. */
final class Causes {

  private Causes() {}

  /** Returns what the innermost cause says, or its name where it says nothing. */
  static String innermost(Throwable problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
