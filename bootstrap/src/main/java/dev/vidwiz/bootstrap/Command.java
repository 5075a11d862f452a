package dev.vidwiz.bootstrap;

import java.util.List;

/**
 * What can be asked for on the command line.
 *
 * @param description empty for a command that people need not know
 */
record Command(String name, String description, Action action) {

  /** What people write for standard input or output where a file is expected. */
  static final String STANDARD_STREAM = "-";

  /** Does what was asked for. */
  @FunctionalInterface
  interface Action {

    /**
     * Returns the exit status.
     *
     * @throws CannotRun when it cannot be done, with a message for the person who asked
     */
    int run(List<String> args);
  }

  boolean isHidden() {
    return description.isEmpty();
  }

  /** Refuses arguments on behalf of a command that has none. */
  static void expectNone(List<String> args) {
    if (!args.isEmpty()) {
      throw new CannotRun(
          ExitStatus.USAGE,
          "\"" + args.getFirst() + "\" is too much: the command has no arguments");
    }
  }

  /** Returns the one argument of a command, the name of a file or {@link #STANDARD_STREAM}. */
  static String expectFile(List<String> args, String usage) {
    if (args.size() == 1) {
      String file = args.getFirst();
      if (file.equals(STANDARD_STREAM) || (!file.isBlank() && !file.startsWith("-"))) {
        return file;
      }
    }
    throw new CannotRun(ExitStatus.USAGE, usage);
  }
}
