package dev.vidwiz.persistence.migration;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.PostgresGuard;
import dev.vidwiz.persistence.postgres.PostgresProperties;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import dev.vidwiz.persistence.sqlite.SqliteConnections;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The migrations of one database, from the files in {@code db/migration}. */
public final class Migrations {

  /** The version of the newest file; a test compares them. */
  static final String NEWEST = "009";

  private static final String HISTORY = "flyway_schema_history";

  /** Without a history table, these are tables of an older server. */
  private static final Set<String> OLDER_SERVER_TABLES =
      Set.of("users", "videos", "notes", "tasks");

  private static final String COUNT_NEWEST =
      "SELECT count(*) FROM flyway_schema_history WHERE version = :newest AND success";

  private static final String SQLITE_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'";

  private static final String POSTGRES_TABLES =
      "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()";

  private final JdbiTransactions transactions;
  private final String tablesSql;
  private final Consumer<Runnable> guard;
  private final Consumer<FluentConfiguration> database;

  private Migrations(
      JdbiTransactions transactions,
      String tablesSql,
      Consumer<Runnable> guard,
      Consumer<FluentConfiguration> database) {
    this.transactions = transactions;
    this.tablesSql = tablesSql;
    this.guard = guard;
    this.database = database;
  }

  /** Returns the migrations of a SQLite file. The caller locks out other processes. */
  public static Migrations ofSqlite(JdbiTransactions transactions, Path file) {
    return new Migrations(
        transactions,
        SQLITE_TABLES,
        Runnable::run,
        flyway ->
            flyway
                .dataSource(SqliteConnections.url(file), null, null)
                .locations("classpath:db/migration/sqlite"));
  }

  /** Returns the migrations of a PostgreSQL database. */
  public static Migrations ofPostgres(
      JdbiTransactions transactions, DatabaseSettings.Postgres settings) {
    return new Migrations(
        transactions,
        POSTGRES_TABLES,
        work -> PostgresGuard.exclusively(settings, work),
        flyway ->
            flyway
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .jdbcProperties(PostgresProperties.ofMigrations(settings))
                .locations("classpath:db/migration/postgres"));
  }

  /** Returns the version of the tables that this program needs. */
  public static int newest() {
    return Integer.parseInt(NEWEST);
  }

  /**
   * Migrates the tables if necessary. Flyway is used only then, because its start takes as long as
   * the rest of the startup.
   *
   * @throws ForeignSchemaException when the tables belong to an older server
   * @throws StorageException when the database fails
   */
  public void bringUpToDate() {
    if (!isUpToDate()) {
      guard.accept(this::migrateIfStillDue);
    }
  }

  /**
   * Checks that the tables are as new as the program, or newer.
   *
   * @throws StorageException when they are older, or the database fails
   */
  public static void check(JdbiTransactions transactions) {
    if (!hasNewest(transactions)) {
      throw StorageException.broken("the tables are older than the program", null);
    }
  }

  private void migrateIfStillDue() {
    if (isUpToDate()) {
      return;
    }
    Set<String> tables = tables();
    if (!tables.contains(HISTORY) && tables.stream().anyMatch(OLDER_SERVER_TABLES::contains)) {
      throw new ForeignSchemaException("the database holds the tables of an older server");
    }
    migrate();
  }

  private boolean isUpToDate() {
    return tables().contains(HISTORY) && hasNewest(transactions);
  }

  private Set<String> tables() {
    return transactions.read(
        handle -> handle.createQuery(tablesSql).mapTo(String.class).collectIntoSet());
  }

  private static boolean hasNewest(JdbiTransactions transactions) {
    return transactions.read(
        handle ->
            handle.createQuery(COUNT_NEWEST).bind("newest", NEWEST).mapTo(Integer.class).one() > 0);
  }

  private void migrate() {
    FluentConfiguration flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .loggers(QuietLogs.class.getName())
            // The database may contain tables of other programs.
            .baselineOnMigrate(true)
            .baselineVersion("0");
    database.accept(flyway);
    try {
      MigrationRetry.run(flyway.load()::migrate);
    } catch (FlywayException e) {
      throw StorageException.broken("the tables cannot be brought up to date", e);
    }
  }
}
