package dev.vidwiz.bootstrap;

import java.util.List;

/**
 * What can be asked for on the command line.
 *
 * @param description empty for a command that people need not know
 */
record Command(String name, String description, Action action) {

  @FunctionalInterface
  interface Action {

    /**
     * Returns the exit status.
     *
     * @throws CannotRun when it cannot be done, with a message for the person who asked
     */
    int run(List<String> args) throws InterruptedException;
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
}
