package dev.vidwiz.bootstrap;

/** Formats the causes of an exception for messages. */
final class Causes {

  private Causes() {}

  /**
   * Returns the message of the innermost cause, with its class name if the message is a single
   * word.
   */
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

  /** Returns the message of the problem and that of its innermost cause. */
  static String outerAndInnermost(Throwable problem) {
    return problem.getCause() == null
        ? innermost(problem)
        : "%s (%s)".formatted(problem.getMessage(), innermost(problem));
  }
}
