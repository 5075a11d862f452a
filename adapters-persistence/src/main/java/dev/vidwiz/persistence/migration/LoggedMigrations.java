package dev.vidwiz.persistence.migration;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Logs a migration that takes long, every ten seconds. Not thread-safe. */
final class LoggedMigrations implements MigrationListener {

  private static final System.Logger LOG = System.getLogger(LoggedMigrations.class.getName());
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private String last = "";
  private Duration lastElapsed = Duration.ZERO;

  @Override
  public void runs(String migration, Duration elapsed, Optional<IndexProgress> index) {
    if (isDue(migration, elapsed)) {
      LOG.log(
          Level.INFO,
          "the migration {0} has been running for {1} s",
          migration,
          elapsed.toSeconds());
    }
  }

  @Override
  public void ended(String migration, Duration elapsed) {}

  /** Tells whether the last line is long enough ago, and counts on from now if it is. */
  boolean isDue(String migration, Duration elapsed) {
    boolean begins = !migration.equals(last) || elapsed.compareTo(lastElapsed) < 0;
    Duration before = begins ? Duration.ZERO : lastElapsed;
    boolean due = elapsed.minus(before).compareTo(INTERVAL) >= 0;
    last = migration;
    lastElapsed = due ? elapsed : before;
    return due;
  }
}
