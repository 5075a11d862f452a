package dev.vidwiz.persistence.migration;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.postgres.PostgresGuard;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.sqlite.SqliteConnections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** How the migrations reach a database. */
interface MigratedDatabase {

  SchemaHistory history();

  /** Runs a query. */
  <T> T read(Function<Handle, T> query);

  /** Runs work in a transaction. */
  <T> T inTransaction(Function<Handle, T> work);

  /** Runs work while nobody else migrates. */
  void exclusively(Runnable work);

  /** Sets up Flyway's connections. */
  void connect(FluentConfiguration flyway);

  /** A SQLite file. The caller locks out other processes. */
  record Sqlite(JdbiTransactions transactions, Path file) implements MigratedDatabase {

    @Override
    public SchemaHistory history() {
      return SchemaHistory.SQLITE;
    }

    @Override
    public <T> T read(Function<Handle, T> query) {
      return transactions.read(query);
    }

    @Override
    public <T> T inTransaction(Function<Handle, T> work) {
      return transactions.inTransaction(() -> transactions.write(work));
    }

    @Override
    public void exclusively(Runnable work) {
      work.run();
    }

    @Override
    public void connect(FluentConfiguration flyway) {
      flyway.dataSource(SqliteConnections.url(file), null, null);
    }
  }

  /** A PostgreSQL database. */
  record Postgres(DatabaseSettings.OnServer settings) implements MigratedDatabase {

    @Override
    public SchemaHistory history() {
      return SchemaHistory.POSTGRES;
    }

    @Override
    public <T> T read(Function<Handle, T> query) {
      return PostgresDedicatedConnection.using(
          settings,
          handle -> {
            if (settings.schema() == null) {
              requireSchema(handle);
            }
            return query.apply(handle);
          });
    }

    /** Where the user may use no schema, nothing would be found, as in an empty database. */
    private static void requireSchema(Handle handle) {
      if (handle.select("SELECT current_schema() IS NULL").mapTo(boolean.class).one()) {
        throw StorageException.broken(
            "the user may use no schema of its search_path (GRANT USAGE ON SCHEMA public)", null);
      }
    }

    @Override
    public <T> T inTransaction(Function<Handle, T> work) {
      try (Handle handle = PostgresDedicatedConnection.open(settings, Duration.ZERO)) {
        return handle.inTransaction(work::apply);
      } catch (JdbiException e) {
        throw StorageException.broken("the tables cannot be brought up to date", e);
      }
    }

    @Override
    public void exclusively(Runnable work) {
      PostgresGuard.exclusively(settings, PostgresGuard.Work.MIGRATIONS, work);
    }

    @Override
    public void connect(FluentConfiguration flyway) {
      flyway
          .dataSource(PostgresDedicatedConnection.source(settings))
          .callbacks(new WithoutLimits());
      if (settings.schema() != null) {
        flyway.defaultSchema(settings.schema()).createSchemas(false);
      }
    }
  }
}
