package dev.vidwiz.bench.workload;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of a run, which can be requested alone. */
enum Part {
  START,
  CEILINGS,
  ME,
  NOTES,
  SEARCH,
  WRITE,
  TASKS,
  GROWTH,
  HELD,
  ATTACKS;

  static Part of(String word) {
    return Arrays.stream(values())
        .filter(part -> part.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--only accepts %s, not \"%s\"".formatted(words(), word)));
  }

  static String words() {
    return Arrays.stream(values()).map(Part::word).collect(Collectors.joining(","));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
