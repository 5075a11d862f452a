package dev.vidwiz.persistence.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The settings of a database. */
public sealed interface DatabaseSettings {

  /** A SQLite file. It and its folder are created when missing. */
  record Sqlite(Path file) implements DatabaseSettings {}

  /**
   * A PostgreSQL database.
   *
   * @param jdbcUrl the JDBC URL; its parameters override the defaults
   * @param user null for the driver's default
   * @param poolSize the maximum number of connections, without the one that listens
   * @param listen whether servers send signals by LISTEN and NOTIFY; false behind a transaction
   *     pooler, where servers only poll
   */
  record Postgres(
      String jdbcUrl,
      @Nullable String user,
      @Nullable String password,
      int poolSize,
      boolean listen)
      implements DatabaseSettings {

    /** Rejects an empty pool. */
    public Postgres {
      if (poolSize < 1) {
        throw new IllegalArgumentException("a pool of " + poolSize + " connections");
      }
    }

    /** Contains no password. */
    @Override
    public String toString() {
      return "Postgres[hidden]";
    }
  }
}
