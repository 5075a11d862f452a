package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.seed.Sizes;
import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The options of a run.
 *
 * @param postgres null for SQLite
 * @param time the time of each workload
 * @param connections the number of concurrent clients
 * @param crowd the held requests of the part {@code held}
 */
record Options(
    DatabaseUrl.@Nullable Postgres postgres,
    Sizes sizes,
    Duration time,
    int connections,
    Crowd crowd,
    Set<Part> parts,
    String jvmOptions) {

  /** The numbers of held requests. */
  record Crowd(int pollers, int watchers) {}

  static final String HELP =
      """
        --database URL      sqlite (default), or postgresql://user:password@host/db: creates databases
                            db_bench_… on the same server; db is not modified
        --users 1000 --notes 1000000 --videos 100000 --tasks 100000
                            the rows of the full database; all tasks are pending
        --seconds 8         the time of each workload
        --connections 64    the number of concurrent clients
        --pollers 10000 --watchers 5000
                            the numbers of waiting workers and of open streams in the part held
        --only PART,…       %s
        --jvm-options "…"   additional options for the JVM of the server and of the bare handler
        --quick             small sizes and two seconds each, for a first try; later options override it
      """
          .formatted(Part.words());

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException when it is invalid
   */
  static Options parse(Iterable<String> args) {
    Arguments given = new Arguments(args);
    Options options =
        new Options(
            postgres(given.text("database", "sqlite")),
            new Sizes(
                given.number("users", 1_000, 0),
                given.number("notes", 1_000_000, 0),
                given.number("videos", 100_000, 0),
                given.number("tasks", 100_000, 0)),
            Duration.ofSeconds(given.number("seconds", 8, 1)),
            given.number("connections", 64, 1),
            new Crowd(given.number("pollers", 10_000, 1), given.number("watchers", 5_000, 1)),
            parts(given.text("only", Part.words())),
            given.text("jvm-options", ""));
    given.expectNoOther();
    return options;
  }

  private static DatabaseUrl.@Nullable Postgres postgres(String url) {
    if (url.equals("sqlite")) {
      return null;
    }
    try {
      if (DatabaseUrl.parse(url) instanceof DatabaseUrl.Postgres postgres) {
        return postgres;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--database " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(
        "--database must be sqlite, or the address of a PostgreSQL database");
  }

  private static Set<Part> parts(String words) {
    return Arrays.stream(words.split(","))
        .map(Part::of)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
  }
}
