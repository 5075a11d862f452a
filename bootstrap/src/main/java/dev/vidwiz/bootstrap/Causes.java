package dev.vidwiz.bootstrap;

/** Finds the reason that a person can do something about. */
final class Causes {

  private Causes() {}

  /** Returns what the innermost cause says, with its name where that is no sentence. */
  static String innermost(Throwable problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String name = cause.getClass().getSimpleName();
    String message = cause.getMessage();
    if (message == null) {
      return name;
    }
    return message.contains(" ") ? message : name + ": " + message;
  }

  /** Returns what the problem says, and why. */
  static String outerAndInnermost(Throwable problem) {
    return problem.getCause() == null
        ? innermost(problem)
        : "%s (%s)".formatted(problem.getMessage(), innermost(problem));
  }
}
