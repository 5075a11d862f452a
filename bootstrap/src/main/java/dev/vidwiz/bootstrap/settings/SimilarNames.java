package dev.vidwiz.bootstrap.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the setting that a similar, unknown name was meant to be. */
final class SimilarNames {

  /** Names that are similar to settings and belong to others: the launcher, and Amazon's SDK. */
  private static final Pattern NOT_SETTINGS =
      Pattern.compile("VIDWIZ_JAVA_OPTS|AWS_ENDPOINT_URL_[A-Z0-9_]+");

  /** A name has a wrong letter for each of these many letters, and the shortest names none. */
  private static final int LETTERS_PER_ERROR = 5;

  private static final int MAX_ERRORS = 2;

  private record Candidate(String name, int distance) {}

  private final Map<String, String> names = new HashMap<>();

  SimilarNames(Collection<Setting<?>> settings) {
    settings.forEach(
        setting -> setting.names().forEach(name -> names.put(letters(name), setting.name())));
  }

  /**
   * Returns the setting that an unknown name looks like: with {@code VIDWIZ_} before it, with other
   * underscores, letter case or number, or with a letter or two that are wrong, missing, added or
   * swapped.
   */
  Optional<String> nearest(String unknown) {
    if (NOT_SETTINGS.matcher(unknown).matches()) {
      return Optional.empty();
    }
    String letters = letters(unknown);
    String same = names.get(letters);
    return same != null
        ? Optional.of(same)
        : names.entrySet().stream()
            .filter(each -> Math.abs(each.getKey().length() - letters.length()) <= MAX_ERRORS)
            .map(each -> new Candidate(each.getValue(), distance(each.getKey(), letters)))
            .filter(each -> each.distance <= allowed(each.name))
            .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
            .map(Candidate::name);
  }

  private static int allowed(String name) {
    return Math.min(MAX_ERRORS, (name.length() - 1) / LETTERS_PER_ERROR);
  }

  private static String letters(String name) {
    return name.toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]", "")
        .replaceFirst("^VIDWIZ", "")
        .replaceFirst("^DATABASE", "DB")
        .replaceFirst("(?<=.{5})(IES|Y|S)$", "");
  }

  /**
   * Returns how many letters are wrong, missing, added, or swapped with the next one.
   *
   * @see <a href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">Optimal
   *     string alignment distance</a>
   */
  static int distance(String one, String other) {
    int[][] table = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : step(table, one, other, i, j);
      }
    }
    return table[one.length()][other.length()];
  }

  private static int step(int[][] table, String one, String other, int i, int j) {
    char last = one.charAt(i - 1);
    char otherLast = other.charAt(j - 1);
    int least =
        Math.min(
            table[i - 1][j - 1] + (last == otherLast ? 0 : 1),
            1 + Math.min(table[i - 1][j], table[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && last == other.charAt(j - 2) && one.charAt(i - 2) == otherLast;
    return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }
}
