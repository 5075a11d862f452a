package dev.vidwiz.persistence.migration;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.postgres.PostgresGuard;
import dev.vidwiz.persistence.postgres.PostgresStart;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import dev.vidwiz.persistence.sqlite.FileGuard;
import dev.vidwiz.persistence.sqlite.SqliteConnections;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The migration of a database without a server: all migrations, and the indexes that a start leaves
 * out.
 */
public final class DatabaseMigration {

  private static final System.Logger LOG = System.getLogger(DatabaseMigration.class.getName());

  private final DatabaseSettings settings;
  private final BigIndexes indexes;

  /** Connects at each call. */
  public DatabaseMigration(DatabaseSettings settings) {
    this(settings, BigIndexes.ALL);
  }

  DatabaseMigration(DatabaseSettings settings, BigIndexes indexes) {
    this.settings = settings;
    this.indexes = indexes;
  }

  /**
   * Returns what {@link #run} would do, in order, and changes nothing.
   *
   * @throws ForeignSchemaException when the tables belong to an older server
   * @throws dev.vidwiz.persistence.settings.UnsuitableDatabaseException when they belong to another
   *     program
   * @throws StorageException when the database fails
   */
  public List<PendingMigration> pending() {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) when Files.notExists(file) ->
          Migrations.pendingInNewSqlite();
      case DatabaseSettings.Sqlite(Path file) -> inSqlite(file, Migrations::pending);
      case DatabaseSettings.OnServer postgres -> pendingInPostgres(postgres);
    };
  }

  private List<PendingMigration> pendingInPostgres(DatabaseSettings.OnServer settings) {
    List<PendingMigration> migrations = Migrations.ofPostgres(settings).pending();
    List<PendingMigration> afterwards =
        migrations.isEmpty()
            ? missingIndexes(settings)
            : PostgresDedicatedConnection.using(settings, indexes::missingAfterMigrations);
    return Stream.concat(migrations.stream(), afterwards.stream()).toList();
  }

  /**
   * Returns whether a start has something to migrate.
   *
   * @throws StorageException when the database fails
   */
  public boolean isDue() {
    return switch (settings) {
      case DatabaseSettings.Sqlite sqlite -> !pending().isEmpty();
      case DatabaseSettings.OnServer postgres -> Migrations.ofPostgres(postgres).isDue();
    };
  }

  /**
   * Runs what is pending. Servers and others that migrate wait, but not for indexes.
   *
   * @throws ForeignSchemaException when the tables belong to an older server
   * @throws dev.vidwiz.persistence.settings.UnsuitableDatabaseException when VidWiz does not
   *     support the database
   * @throws StorageException when the database fails
   */
  public void run(MigrationListener listener) {
    switch (settings) {
      case DatabaseSettings.Sqlite(Path file) ->
          FileGuard.exclusively(file, absolute -> runInSqlite(absolute, listener));
      case DatabaseSettings.OnServer postgres -> runInPostgres(postgres, listener);
    }
  }

  private static boolean runInSqlite(Path file, MigrationListener listener) {
    try (RunningMigration running = new RunningMigration(listener)) {
      return inSqlite(
          file,
          migrations -> {
            migrations.bringUpToDate(running);
            return true;
          });
    }
  }

  private static <T> T inSqlite(Path file, Function<Migrations, T> work) {
    SqliteConnections connections = new SqliteConnections(file);
    try {
      return work.apply(Migrations.ofSqlite(new JdbiTransactions(connections), file));
    } finally {
      connections.close();
    }
  }

  private void runInPostgres(DatabaseSettings.OnServer postgres, MigrationListener listener) {
    PostgresStart.check(postgres);
    try (RunningMigration running = new RunningMigration(listener)) {
      Migrations.ofPostgres(postgres).bringUpToDate(running);
      if (!missingIndexes(postgres).isEmpty()) {
        PostgresGuard.exclusively(
            postgres, PostgresGuard.Work.INDEXES, () -> buildIndexes(postgres, running));
      }
    }
  }

  private void buildIndexes(DatabaseSettings.OnServer postgres, RunningMigration running) {
    for (PendingMigration index : missingIndexes(postgres)) {
      try (Handle handle = PostgresDedicatedConnection.openWithoutLimits(postgres)) {
        running.during(
            "index " + index.name(),
            () -> progress(postgres, index.name()),
            () -> BigIndexes.build(handle, index));
      } catch (JdbiException e) {
        throw StorageException.broken("the index " + index.name() + " cannot be built", e);
      }
    }
  }

  private List<PendingMigration> missingIndexes(DatabaseSettings.OnServer postgres) {
    return PostgresDedicatedConnection.using(postgres, indexes::missing);
  }

  /** Logs which indexes a start has left out. */
  public void warnOfMissingIndexes() {
    if (settings instanceof DatabaseSettings.OnServer postgres) {
      missingIndexes(postgres)
          .forEach(
              index ->
                  LOG.log(
                      Level.WARNING,
                      "the index {0} is missing, so that some requests are slow: vidwiz migrate"
                          + " builds it while servers run",
                      index.name()));
    }
  }

  /**
   * No failure to read the progress may end the migration. It takes a third connection, besides
   * that of the guard and that of the migration.
   */
  private static Optional<IndexProgress> progress(
      DatabaseSettings.OnServer postgres, String index) {
    if (postgres.poolSize() < 2) {
      return Optional.empty();
    }
    try {
      return PostgresDedicatedConnection.using(
          postgres, handle -> BigIndexes.progress(handle, index));
    } catch (StorageException e) {
      return Optional.empty();
    }
  }
}
