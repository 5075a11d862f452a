package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.LastRuns;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.transfer.table.DatabaseSession;
import java.time.Instant;
import org.jdbi.v3.core.JdbiException;

/** Notes in a database when its last backup has succeeded, for the metrics of its servers. */
public final class LastBackup {

  private static final String RECORD =
      """
      INSERT INTO last_runs (job, finished_at) VALUES (:job, :finishedAt)
      ON CONFLICT (job) DO UPDATE SET finished_at = excluded.finished_at
      """;

  private LastBackup() {}

  /**
   * Notes a backup that is complete.
   *
   * @throws StorageException when the database takes no writes, such as a standby
   */
  public static void record(DatabaseSettings settings, Instant finishedAt) {
    try (DatabaseSession database = DatabaseSession.open(settings)) {
      database
          .handle()
          .createUpdate(RECORD)
          .bind("job", LastRuns.Job.BACKUP.code())
          .bind("finishedAt", finishedAt)
          .execute();
    } catch (JdbiException e) {
      throw StorageException.broken("the database takes no writes", e);
    }
  }
}
