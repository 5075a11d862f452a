package dev.vidwiz.persistence.migration;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalInt;

/** Logs a migration that takes long, every ten seconds. */
final class LoggedMigrations implements MigrationListener {

  private static final System.Logger LOG = System.getLogger(LoggedMigrations.class.getName());
  private static final int SECONDS = 10;

  @Override
  public void runs(String migration, Duration elapsed, OptionalInt percent) {
    if (elapsed.toSeconds() >= SECONDS && elapsed.toSeconds() % SECONDS == 0) {
      LOG.log(
          Level.INFO,
          "the migration {0} has been running for {1} s",
          migration,
          elapsed.toSeconds());
    }
  }

  @Override
  public void ended(String migration, Duration elapsed) {}
}
