package dev.vidwiz.persistence.migration;

import dev.vidwiz.persistence.postgres.SqlState;
import java.lang.System.Logger.Level;
import org.flywaydb.core.api.FlywayException;

/** Runs migrations again that lost against a transaction of a running server. */
final class MigrationRetry {

  private static final System.Logger LOG = System.getLogger(MigrationRetry.class.getName());
  private static final int MAX_ATTEMPTS = 10;

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
        if (attempt == MAX_ATTEMPTS || !SqlState.IN_THE_WAY.isReasonOf(e)) {
          throw e;
        }
        LOG.log(Level.INFO, "a migration waited for a running server in vain; trying again", e);
      }
    }
  }
}
