package dev.vidwiz.persistence.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which database to open, and how. */
public sealed interface DatabaseSettings {

  /** A SQLite file; it and its folder are created when they are missing. */
  record Sqlite(Path file) implements DatabaseSettings {}

  /**
   * A PostgreSQL database.
   *
   * @param jdbcUrl the driver's address; its parameters win over ours
   * @param user null for the driver's default
   * @param poolSize how many connections are used at most; one more is used to listen
   * @param listen whether servers signal each other by LISTEN and NOTIFY; false where a transaction
   *     pooler stands between: they find changes by polling then
   */
  record Postgres(
      String jdbcUrl,
      @Nullable String user,
      @Nullable String password,
      int poolSize,
      boolean listen)
      implements DatabaseSettings {

    /** Rejects a pool that could not serve anybody. */
    public Postgres {
      if (poolSize < 1) {
        throw new IllegalArgumentException("a pool of " + poolSize + " connections");
      }
    }

    /** Leaves out the password. */
    @Override
    public String toString() {
      return "Postgres[hidden]";
    }
  }
}
