package dev.vidwiz.bootstrap;

import java.util.List;

/**
 * A command of the command line.
 *
 * @param description empty for a hidden command
 */
record Command(String name, String description, Action action) {

  @FunctionalInterface
  interface Action {

    /**
     * Returns the exit status.
     *
     * @throws CannotRun when the command fails, with a message for the user
     */
    int run(List<String> args) throws InterruptedException;
  }

  boolean isHidden() {
    return description.isEmpty();
  }

  /** Rejects all arguments, for a command that takes none. */
  static void expectNone(List<String> args) {
    if (!args.isEmpty()) {
      throw new CannotRun(
          ExitStatus.USAGE,
          "\"" + args.getFirst() + "\" is unexpected: the command takes no arguments");
    }
  }
}
