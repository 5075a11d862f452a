package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.LastRuns;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.metrics.JdbiLastRuns;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.transfer.table.DatabaseSession;
import java.time.Instant;
import org.jdbi.v3.core.JdbiException;

/** Notes in a database when its last backup has succeeded, for the metrics of its servers. */
public final class LastBackup {

  private LastBackup() {}

  /**
   * Notes a backup that is complete.
   *
   * @throws StorageException when the database takes no writes, such as a standby
   */
  public static void record(DatabaseSettings settings, Instant finishedAt) {
    try (DatabaseSession database = DatabaseSession.open(settings)) {
      JdbiLastRuns.record(database.handle(), LastRuns.Job.BACKUP, finishedAt);
    } catch (JdbiException e) {
      throw StorageException.broken("the database takes no writes", e);
    }
  }
}
