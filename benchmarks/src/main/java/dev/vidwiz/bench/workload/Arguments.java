package dev.vidwiz.bench.workload;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** The arguments of a command line, as pairs of {@code --name value}. */
final class Arguments {

  private static final Map<String, String> QUICK =
      Map.of(
          "users", "100",
          "notes", "10000",
          "videos", "2000",
          "tasks", "2000",
          "seconds", "2",
          "pollers", "200",
          "watchers", "100");

  private final Map<String, String> values = new HashMap<>();

  Arguments(Iterable<String> words) {
    Iterator<String> left = words.iterator();
    while (left.hasNext()) {
      String word = left.next();
      if (word.equals("--quick")) {
        values.putAll(QUICK);
      } else if (!word.startsWith("--") || !left.hasNext()) {
        throw new IllegalArgumentException("\"%s\" is not an option with a value".formatted(word));
      } else {
        values.put(word.substring(2), left.next());
      }
    }
  }

  /** Returns the value of an option, and marks the option as known. */
  String text(String name, String usual) {
    String value = values.remove(name);
    return value == null ? usual : value;
  }

  /** Returns the value of an option, and marks the option as known. */
  int number(String name, int usual, int least) {
    String value = text(name, String.valueOf(usual));
    try {
      int number = Integer.parseInt(value.replace("_", ""));
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    throw new IllegalArgumentException(
        "--%s must be a number from %d up, not \"%s\"".formatted(name, least, value));
  }

  void expectNoOther() {
    if (!values.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no option --" + values.keySet().iterator().next());
    }
  }
}
