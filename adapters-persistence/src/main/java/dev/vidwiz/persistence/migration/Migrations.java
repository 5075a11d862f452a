package dev.vidwiz.persistence.migration;

import dev.vidwiz.application.health.DownException;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.migration.SchemaHistory.State;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import dev.vidwiz.persistence.settings.UnsuitableDatabaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Handle;

/** The migrations of one database. */
public final class Migrations {

  /** The version of the newest file; a test compares them. */
  static final String NEWEST = "012";

  private final MigratedDatabase database;

  private Migrations(MigratedDatabase database) {
    this.database = database;
  }

  /** Returns the migrations of a SQLite file. The caller locks out other processes. */
  public static Migrations ofSqlite(JdbiTransactions transactions, Path file) {
    return new Migrations(new MigratedDatabase.Sqlite(transactions, file));
  }

  /** Returns the migrations of a PostgreSQL database. They need two connections at most. */
  public static Migrations ofPostgres(DatabaseSettings.OnServer settings) {
    return new Migrations(new MigratedDatabase.Postgres(settings));
  }

  /** Returns the version of the tables that this program needs. */
  public static int newest() {
    return Integer.parseInt(NEWEST);
  }

  /**
   * Migrates the tables if necessary. Flyway is used only then, because its start takes as long as
   * the rest of the startup.
   *
   * @return the migrations that were run, in order
   * @throws ForeignSchemaException when the tables belong to an older server
   * @throws UnsuitableDatabaseException when they belong to another program
   * @throws StorageException when the database fails
   */
  public List<AppliedMigration> bringUpToDate() {
    try (RunningMigration running = new RunningMigration(new LoggedMigrations())) {
      return bringUpToDate(running);
    }
  }

  /** Like {@link #bringUpToDate()}, telling of each migration. */
  List<AppliedMigration> bringUpToDate(RunningMigration running) {
    if (find() != State.UP_TO_DATE) {
      database.exclusively(() -> migrateIfStillDue(running));
    }
    return running.applied();
  }

  /** Returns whether the tables are missing or older than the program. */
  boolean isDue() {
    return switch (find()) {
      case OUTDATED, FORMER_HISTORY -> true;
      case UP_TO_DATE, OLDER_SERVER, OTHER_PROGRAM -> false;
    };
  }

  /**
   * Returns the migrations that {@link #bringUpToDate()} would run, in order.
   *
   * @throws ForeignSchemaException when the tables belong to an older server
   * @throws UnsuitableDatabaseException when they belong to another program
   * @throws StorageException when the database fails
   */
  public List<PendingMigration> pending() {
    return switch (find()) {
      case UP_TO_DATE -> List.of();
      case OUTDATED -> pending(flyway(), database.history()).toList();
      case FORMER_HISTORY ->
          Stream.concat(
                  Stream.of(database.history().takingOver()),
                  pending(flyway().table(SchemaHistory.FORMER_TABLE), database.history()))
              .toList();
      case OLDER_SERVER -> throw olderServer();
      case OTHER_PROGRAM -> throw otherProgram();
    };
  }

  /** Returns all migrations, as those of a SQLite file that does not exist. */
  static List<PendingMigration> pendingInNewSqlite() {
    FluentConfiguration flyway = flyway(SchemaHistory.SQLITE);
    return pending(flyway.dataSource("jdbc:sqlite::memory:", null, null), SchemaHistory.SQLITE)
        .toList();
  }

  /**
   * Checks that the tables are as new as the program, or newer.
   *
   * @throws DownException when they are older
   * @throws StorageException when the database fails
   */
  public static void check(JdbiTransactions transactions) throws DownException {
    if (!transactions.read(SchemaHistory::hasNewest)) {
      throw new DownException("The tables are older than the program", null);
    }
  }

  private State find() {
    return database.read(database.history()::find);
  }

  private void migrateIfStillDue(RunningMigration running) {
    switch (find()) {
      case UP_TO_DATE -> {}
      case OUTDATED -> migrate(running);
      case FORMER_HISTORY -> {
        running.during(database.history().takingOver().name(), Optional::empty, this::takeOver);
        if (find() != State.UP_TO_DATE) {
          migrate(running);
        }
      }
      case OLDER_SERVER -> throw olderServer();
      case OTHER_PROGRAM -> throw otherProgram();
    }
  }

  private void takeOver() {
    change(database.history()::takeOver);
  }

  private void change(Consumer<Handle> work) {
    database.inTransaction(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  private static ForeignSchemaException olderServer() {
    return new ForeignSchemaException("the database holds the tables of an older server");
  }

  private UnsuitableDatabaseException otherProgram() {
    return new UnsuitableDatabaseException(
        "it has tables of another program with names of VidWiz's: "
            + String.join(", ", database.read(database.history()::taken)),
        "Give VidWiz a database of its own, or on PostgreSQL a schema of its own (DB_SCHEMA).");
  }

  private void migrate(RunningMigration running) {
    try {
      FluentConfiguration configuration = flyway();
      Flyway flyway =
          configuration
              .callbacks(
                  Stream.concat(Stream.of(configuration.getCallbacks()), Stream.of(running))
                      .toArray(Callback[]::new))
              .load();
      MigrationRetry.run(flyway::migrate);
      change(database.history()::keepFormer);
    } catch (FlywayValidateException e) {
      throw StorageException.broken(
          "its tables were made by other migrations than those of this program", e);
    } catch (FlywayException e) {
      throw StorageException.broken("the tables cannot be brought up to date", e);
    }
  }

  private static Stream<PendingMigration> pending(
      FluentConfiguration flyway, SchemaHistory history) {
    try {
      return Stream.of(flyway.load().info().pending())
          .map(
              each ->
                  new PendingMigration(
                      MigrationFiles.name(each),
                      MigrationFiles.read(history.folder() + each.getScript())));
    } catch (FlywayException e) {
      throw StorageException.broken("the history of its migrations cannot be read", e);
    }
  }

  private FluentConfiguration flyway() {
    FluentConfiguration flyway = flyway(database.history());
    database.connect(flyway);
    return flyway;
  }

  private static FluentConfiguration flyway(SchemaHistory history) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .loggers(QuietLogs.class.getName())
        .locations("classpath:" + history.folder())
        .table(SchemaHistory.TABLE)
        // The database may contain tables of other programs.
        .baselineOnMigrate(true)
        .baselineVersion("0");
  }
}
