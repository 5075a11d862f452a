package dev.vidwiz.persistence.settings;

import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The settings of a database. */
public sealed interface DatabaseSettings {

  /** A SQLite file. It and its folder are created when missing. */
  record Sqlite(Path file) implements DatabaseSettings {

    /** Rejects null. */
    public Sqlite {
      required(file, "file");
    }
  }

  /** A PostgreSQL database, however it is reached. */
  sealed interface OnServer extends DatabaseSettings {

    /** Returns the maximum number of connections, without the one that listens. */
    int poolSize();

    /**
     * Returns whether servers send signals by LISTEN and NOTIFY; false behind a transaction pooler,
     * where servers only poll.
     */
    boolean listen();

    /**
     * Returns the schema of the tables, which is created when missing; null for the one to which
     * the connection leads.
     */
    @Nullable String schema();
  }

  /**
   * A PostgreSQL database with a pool of VidWiz's own.
   *
   * @param jdbcUrl the JDBC URL; its parameters override the defaults
   * @param user null for the driver's default
   * @param poolSize the maximum number of connections, without the one that listens
   * @param listen whether servers send signals by LISTEN and NOTIFY; false behind a transaction
   *     pooler, where servers only poll
   * @param schema the schema of the tables, in lower case, which is created when missing; null for
   *     the one to which the connection leads, as behind a transaction pooler, where the role sets
   *     it
   */
  record Postgres(
      String jdbcUrl,
      @Nullable String user,
      @Nullable String password,
      int poolSize,
      boolean listen,
      @Nullable String schema)
      implements OnServer {

    /** Rejects an empty pool and the name of a schema that would need quotes. */
    public Postgres {
      required(jdbcUrl, "jdbcUrl");
      requirePool(poolSize);
      requireName(schema);
    }

    /** Without the name of a schema. */
    public Postgres(
        String jdbcUrl,
        @Nullable String user,
        @Nullable String password,
        int poolSize,
        boolean listen) {
      this(jdbcUrl, user, password, poolSize, listen, null);
    }

    /** Contains no password. */
    @Override
    public String toString() {
      return "Postgres[hidden]";
    }
  }

  /**
   * A PostgreSQL database with the pool of another program, which is not closed. VidWiz needs at
   * most four connections at a time when it starts, and leaves them as it got them.
   *
   * @param source the pool
   * @param poolSize how many connections VidWiz may use, as far as it can choose; at least one
   * @param listen whether VidWiz holds one connection, by which servers tell each other of changes;
   *     false where they poll
   * @param schema the schema of the tables, in lower case, which is created when missing; null for
   *     the one to which the connections lead
   */
  record Pool(DataSource source, int poolSize, boolean listen, @Nullable String schema)
      implements OnServer {

    /** Rejects an empty pool and the name of a schema that would need quotes. */
    public Pool {
      required(source, "source");
      requirePool(poolSize);
      requireName(schema);
    }

    /** Contains nothing of the pool, which may show a password. */
    @Override
    public String toString() {
      return "Pool[hidden]";
    }
  }

  private static void required(@Nullable Object value, String name) {
    if (value == null) {
      throw new NullPointerException(name);
    }
  }

  private static void requirePool(int poolSize) {
    if (poolSize < 1) {
      throw new IllegalArgumentException("a pool of " + poolSize + " connections");
    }
  }

  private static void requireName(@Nullable String schema) {
    if (schema != null && !Pattern.matches("[a-z_][a-z0-9_]{0,62}", schema)) {
      throw new IllegalArgumentException(
          "schema must be a name of lower-case letters, digits and underscores: " + schema);
    }
  }
}
