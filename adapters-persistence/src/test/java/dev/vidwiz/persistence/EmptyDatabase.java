package dev.vidwiz.persistence;

import java.nio.file.Path;
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

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
