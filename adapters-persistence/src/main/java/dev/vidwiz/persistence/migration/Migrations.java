package dev.vidwiz.persistence.migration;

import dev.vidwiz.application.health.DownException;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.postgres.PostgresGuard;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import dev.vidwiz.persistence.sqlite.SqliteConnections;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Handle;

/** The migrations of one database, from the files in {@code db/migration}. */
public final class Migrations {

  /** The version of the newest file; a test compares them. */
  static final String NEWEST = "011";

  private static final String HISTORY = "flyway_schema_history";

  /** Without a history table, these are tables of an older server. */
  private static final Set<String> OLDER_SERVER_TABLES =
      Set.of("users", "videos", "notes", "tasks");

  private static final String COUNT_NEWEST =
      "SELECT count(*) FROM flyway_schema_history WHERE version = :newest AND success";

  private static final String SQLITE_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'";

  /** Also those that this user has no right to. */
  private static final String POSTGRES_TABLES =
      "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema()";

  /** What a database holds. */
  private enum Found {
    UP_TO_DATE,
    OUTDATED,
    OLDER_SERVER
  }

  private final Supplier<Found> look;
  private final Consumer<Runnable> guard;
  private final Consumer<FluentConfiguration> database;
  private final String folder;

  private Migrations(
      Supplier<Found> look,
      Consumer<Runnable> guard,
      Consumer<FluentConfiguration> database,
      String folder) {
    this.look = look;
    this.guard = guard;
    this.database = database;
    this.folder = folder;
  }

  /** Returns the migrations of a SQLite file. The caller locks out other processes. */
  public static Migrations ofSqlite(JdbiTransactions transactions, Path file) {
    return new Migrations(
        () -> transactions.read(handle -> look(handle, SQLITE_TABLES)),
        Runnable::run,
        flyway -> flyway.dataSource(SqliteConnections.url(file), null, null),
        "db/migration/sqlite/");
  }

  /** Returns the migrations of a SQLite file that does not exist. They cannot be run. */
  public static Migrations ofMissingSqlite() {
    return new Migrations(
        () -> Found.OUTDATED,
        Runnable::run,
        flyway -> flyway.dataSource("jdbc:sqlite::memory:", null, null),
        "db/migration/sqlite/");
  }

  /** Returns the migrations of a PostgreSQL database. They need two connections at most. */
  public static Migrations ofPostgres(DatabaseSettings.Postgres settings) {
    return new Migrations(
        () -> PostgresDedicatedConnection.using(settings, Migrations::lookInPostgres),
        work -> PostgresGuard.exclusively(settings, PostgresGuard.Work.MIGRATIONS, work),
        flyway ->
            flyway
                .dataSource(PostgresDedicatedConnection.source(settings))
                .callbacks(new WithoutLimits()),
        "db/migration/postgres/");
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
   * @throws StorageException when the database fails
   */
  public List<AppliedMigration> bringUpToDate() {
    try (RunningMigration running = new RunningMigration(new LoggedMigrations())) {
      return bringUpToDate(running);
    }
  }

  /** Like {@link #bringUpToDate()}, telling of each migration. */
  List<AppliedMigration> bringUpToDate(RunningMigration running) {
    if (look.get() != Found.UP_TO_DATE) {
      guard.accept(() -> migrateIfStillDue(running));
    }
    return running.applied();
  }

  /** Returns whether the tables are missing or older than the program. */
  boolean isDue() {
    return look.get() == Found.OUTDATED;
  }

  /**
   * Returns the migrations that {@link #bringUpToDate()} would run, in order.
   *
   * @throws ForeignSchemaException when the tables belong to an older server
   * @throws StorageException when the database fails
   */
  public List<PendingMigration> pending() {
    return switch (look.get()) {
      case UP_TO_DATE -> List.of();
      case OUTDATED -> outdated();
      case OLDER_SERVER -> throw foreign();
    };
  }

  private List<PendingMigration> outdated() {
    try {
      return Stream.of(flyway().load().info().pending())
          .map(
              each ->
                  new PendingMigration(
                      MigrationFiles.name(each), MigrationFiles.read(folder + each.getScript())))
          .toList();
    } catch (FlywayException e) {
      throw StorageException.broken("the history of its migrations cannot be read", e);
    }
  }

  /**
   * Checks that the tables are as new as the program, or newer.
   *
   * @throws DownException when they are older
   * @throws StorageException when the database fails
   */
  public static void check(JdbiTransactions transactions) throws DownException {
    if (!transactions.read(Migrations::hasNewest)) {
      throw new DownException("The tables are older than the program", null);
    }
  }

  private void migrateIfStillDue(RunningMigration running) {
    switch (look.get()) {
      case UP_TO_DATE -> {}
      case OUTDATED -> migrate(running);
      case OLDER_SERVER -> throw foreign();
    }
  }

  private static ForeignSchemaException foreign() {
    return new ForeignSchemaException("the database holds the tables of an older server");
  }

  /** Where the user may use no schema, nothing would be found, as in an empty database. */
  private static Found lookInPostgres(Handle handle) {
    if (handle.select("SELECT current_schema() IS NULL").mapTo(boolean.class).one()) {
      throw StorageException.broken(
          "the user may use no schema of its search_path (GRANT USAGE ON SCHEMA public)", null);
    }
    return look(handle, POSTGRES_TABLES);
  }

  private static Found look(Handle handle, String tablesSql) {
    Set<String> tables = handle.createQuery(tablesSql).mapTo(String.class).collectIntoSet();
    if (tables.contains(HISTORY)) {
      return hasNewest(handle) ? Found.UP_TO_DATE : Found.OUTDATED;
    }
    return tables.stream().anyMatch(OLDER_SERVER_TABLES::contains)
        ? Found.OLDER_SERVER
        : Found.OUTDATED;
  }

  private static boolean hasNewest(Handle handle) {
    return handle.createQuery(COUNT_NEWEST).bind("newest", NEWEST).mapTo(Integer.class).one() > 0;
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
    } catch (FlywayValidateException e) {
      throw StorageException.broken(
          "its tables were made by other migrations than those of this program", e);
    } catch (FlywayException e) {
      throw StorageException.broken("the tables cannot be brought up to date", e);
    }
  }

  private FluentConfiguration flyway() {
    FluentConfiguration flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .loggers(QuietLogs.class.getName())
            .locations("classpath:" + folder)
            // The database may contain tables of other programs.
            .baselineOnMigrate(true)
            .baselineVersion("0");
    database.accept(flyway);
    return flyway;
  }
}
