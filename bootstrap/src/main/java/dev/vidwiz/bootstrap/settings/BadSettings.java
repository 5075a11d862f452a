package dev.vidwiz.bootstrap.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The settings are invalid; the message lists all problems, one per line, without secrets. */
public final class BadSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadSettings(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> "  " + problem)
            .collect(Collectors.joining("\n", heading(problems.size()) + "\n", "")));
  }

  private static String heading(int problems) {
    return problems == 1 ? "A setting is invalid:" : problems + " settings are invalid:";
  }
}
