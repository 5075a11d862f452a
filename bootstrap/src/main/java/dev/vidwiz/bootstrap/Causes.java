package dev.vidwiz.bootstrap;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Formats the causes of an exception for messages. */
final class Causes {

  private static final Pattern LINK = Pattern.compile("https?://");

  private Causes() {}

  /**
   * Returns the message of the innermost cause in one line, with its class name if the message is a
   * single word.
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
    String line = inOneLine(message);
    return line.contains(" ") ? line : name + (line.isEmpty() ? "" : ": " + line);
  }

  /** Omits lines with links, by which libraries advertise themselves. */
  private static String inOneLine(String message) {
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !LINK.matcher(line).find())
        .collect(Collectors.joining(" "));
  }

  /** Returns the message of the problem and that of its innermost cause. */
  static String outerAndInnermost(Throwable problem) {
    return problem.getCause() == null
        ? innermost(problem)
        : "%s (%s)".formatted(problem.getMessage(), innermost(problem));
  }
}
