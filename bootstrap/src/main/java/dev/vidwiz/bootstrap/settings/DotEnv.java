package dev.vidwiz.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses files of {@code KEY=VALUE} lines, as shells and Docker do: {@code export} before the key,
 * quotes around the value, comments. In double quotes {@code \n}, {@code \"} and {@code \\} are
 * escapes; variables are not expanded. Of two lines with the same key, the later one applies.
 */
public final class DotEnv {

  private static final Pattern LINE =
      Pattern.compile(
          """
          (?x) (?: export \\s+ )? (?<key> [A-Za-z_][A-Za-z0-9_.]* ) \\s* = \\s*
          (?: ' (?<literal> [^']* ) ' \\s* (?: \\#.* )?
            | " (?<escaped> (?: [^"\\\\] | \\\\. )* ) " \\s* (?: \\#.* )?
            | (?<plain> [^'"\\#\\s] .*? ) (?: \\s+ \\#.* )?
            | (?: \\#.* )? )
          """);

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private DotEnv() {}

  /**
   * Reads the file, which may be missing.
   *
   * @param name the name of the file in messages
   */
  public static Source read(Path file, String name) {
    if (Files.notExists(file)) {
      return new Source(name, Map.of(), List.of());
    }
    try {
      return parse(Files.readString(file), name);
    } catch (IOException e) {
      String wrong = "cannot be read as UTF-8 text (" + e.getClass().getSimpleName() + ")";
      Problem problem = new Problem(name, wrong, "a line PORT=5000");
      return new Source(name, Map.of(), List.of(problem));
    }
  }

  static Source parse(String text, String name) {
    Map<String, String> values = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    List<String> lines = text.replaceFirst("^\uFEFF", "").lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (line.matches()) {
        values.put(line.group("key"), value(line));
      } else if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
        problems.add(
            new Problem(name + ", line " + (i + 1) + ",", "is not KEY=VALUE", "PORT=5000"));
      }
    }
    return new Source(name, values, problems);
  }

  private static String value(Matcher line) {
    if (line.group("literal") != null) {
      return line.group("literal");
    }
    if (line.group("escaped") != null) {
      return ESCAPE
          .matcher(line.group("escaped"))
          .replaceAll(
              escape ->
                  Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
    }
    return line.group("plain") == null ? "" : line.group("plain");
  }
}
