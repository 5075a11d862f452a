package dev.vidwiz.persistence;

import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.sqlite.SqliteDedicatedConnection;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A new database of either kind, without tables at first; closing drops it. */
public final class EmptyDatabase implements AutoCloseable {

  /** Which kind. */
  public enum Kind {
    SQLITE,
    POSTGRESQL
  }

  private final DatabaseSettings settings;
  private final @Nullable TestDatabase postgres;

  private EmptyDatabase(DatabaseSettings settings, @Nullable TestDatabase postgres) {
    this.settings = settings;
    this.postgres = postgres;
  }

  /**
   * Creates one.
   *
   * @param folder for a SQLite file, {@code name} in it
   */
  public static EmptyDatabase create(Kind kind, Path folder, String name) {
    if (kind == Kind.SQLITE) {
      return new EmptyDatabase(new DatabaseSettings.Sqlite(folder.resolve(name)), null);
    }
    TestDatabase postgres = TestPostgres.createDatabase();
    return new EmptyDatabase(postgres.settings(false), postgres);
  }

  /** Returns how to open it. */
  public DatabaseSettings settings() {
    return settings;
  }

  /** Opens a connection, which the caller closes. */
  public Handle connect() {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) -> SqliteDedicatedConnection.open(file);
      case DatabaseSettings.OnServer server ->
          PostgresDedicatedConnection.open(server, Duration.ZERO);
    };
  }

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
