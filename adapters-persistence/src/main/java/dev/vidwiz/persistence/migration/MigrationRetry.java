package dev.vidwiz.persistence.migration;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;

/** Runs migrations again that lost against a transaction of a running server. */
final class MigrationRetry {

  private static final System.Logger LOG = System.getLogger(MigrationRetry.class.getName());
  private static final int MAX_ATTEMPTS = 10;

  /** SQLSTATEs: serialization failure, deadlock, lock not available. Nothing was done. */
  private static final Set<String> LOST = Set.of("40001", "40P01", "55P03");

  private MigrationRetry() {}

  /**
   * Runs migrations until they succeed.
   *
   * @throws FlywayException when they fail for another reason, or too often
   */
  static void run(Runnable migrations) {
    for (int attempt = 1; ; attempt++) {
      try {
        migrations.run();
        return;
      } catch (FlywayException e) {
        if (attempt == MAX_ATTEMPTS || !isLost(e)) {
          throw e;
        }
        LOG.log(Level.INFO, "a migration waited for a running server in vain; trying again", e);
      }
    }
  }

  private static boolean isLost(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException reason && reason.getSQLState() != null) {
        return LOST.contains(reason.getSQLState());
      }
    }
    return false;
  }
}
