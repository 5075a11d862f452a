package dev.vidwiz.bootstrap.settings;

import dev.vidwiz.persistence.PostgresParameters;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/** Checks the parameters in the address of a database, which drivers ignore when unknown. */
final class DatabaseParameters {

  /** Those of SQLAlchemy's drivers, which VidWiz need not obey. */
  private static final Set<String> SQLITE =
      Set.of(
          "cached_statements",
          "check_same_thread",
          "detect_types",
          "isolation_level",
          "timeout",
          "uri");

  private static final int SIMILAR = 2;

  private DatabaseParameters() {}

  static void checkSqlite(Set<String> parameters) {
    check(parameters, SQLITE, true);
  }

  /**
   * Checks parameters without user and password.
   *
   * @param named whether messages may repeat a name: after a password that contains {@code &}, it
   *     would be a part of it
   */
  static void checkPostgres(Set<String> parameters, boolean named) {
    check(parameters, PostgresParameters.names(), named);
  }

  private static void check(Set<String> parameters, Set<String> known, boolean named) {
    for (String parameter : parameters) {
      if (!known.contains(parameter)) {
        throw new BadValue(
            named
                ? "must not have the parameter \"%s\", which is unknown%s"
                    .formatted(parameter, hint(parameter, known))
                : "must have known parameters only; & in a password is written %26");
      }
    }
  }

  private static String hint(String parameter, Set<String> known) {
    return known.stream()
        .filter(name -> distance(name, parameter) <= SIMILAR)
        .min(Comparator.comparingInt(name -> distance(name, parameter)))
        .map(name -> ": is \"" + name + "\" meant?")
        .orElse("");
  }

  private static int distance(String name, String parameter) {
    return SimilarNames.distance(
        name.toLowerCase(Locale.ROOT), parameter.toLowerCase(Locale.ROOT).replace("_", ""));
  }
}
