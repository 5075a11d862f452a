package dev.vidwiz.bench.seed;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Creates and drops databases. Never drops one that it did not create: a comment marks its own. */
final class PostgresAdmin {

  private static final String MARK = "made by vidwiz bench ";

  private static final String COMMENT =
      """
      SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database
      WHERE datname = ?
      """;

  private final DatabaseUrl.Postgres url;

  /** Uses the server of an existing database. */
  PostgresAdmin(DatabaseUrl.Postgres url) {
    this.url = url;
  }

  /** Returns the address of another database on the same server. */
  DatabaseUrl.Postgres beside(String name) {
    return new DatabaseUrl.Postgres(
        url.hosts(),
        url.database() + "_bench_" + name,
        url.user(),
        url.password(),
        url.parameters());
  }

  /** Creates a database, and replaces one that an earlier run created. */
  void create(DatabaseUrl.Postgres database, @Nullable String template) throws SQLException {
    String comment = comment(database);
    if (comment != null && !comment.startsWith(MARK)) {
      throw new ForeignDatabaseException(database.database());
    }
    if (comment != null) {
      drop(database);
    }
    execute(
        "CREATE DATABASE "
            + quoted(database)
            + (template == null ? "" : " TEMPLATE \"" + template + '"'));
    mark(database, "");
  }

  /** Runs a checkpoint, if the user may, so that none runs during the measurements. */
  void checkpoint() {
    try {
      execute("CHECKPOINT");
    } catch (SQLException e) {
      // Without a checkpoint, the first seconds are a little slower.
    }
  }

  /** Marks a database, and records its content. */
  void mark(DatabaseUrl.Postgres database, String content) throws SQLException {
    execute("COMMENT ON DATABASE %s IS '%s%s'".formatted(quoted(database), MARK, content));
  }

  boolean isMarked(DatabaseUrl.Postgres database, String content) throws SQLException {
    return (MARK + content).equals(comment(database));
  }

  void drop(DatabaseUrl.Postgres database) {
    try {
      execute("DROP DATABASE " + quoted(database) + " WITH (FORCE)");
    } catch (SQLException e) {
      throw new IllegalStateException("the database " + database.database() + " stays", e);
    }
  }

  String query(String sql) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Returns the comment on a database; null when there is no such database. */
  private @Nullable String comment(DatabaseUrl.Postgres database) throws SQLException {
    try (Connection connection = connect(url);
        PreparedStatement statement = connection.prepareStatement(COMMENT)) {
      statement.setString(1, database.database());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static Connection connect(DatabaseUrl.Postgres database) throws SQLException {
    Properties properties = new Properties();
    if (database.user() != null) {
      properties.setProperty("user", database.user());
    }
    if (database.password() != null) {
      properties.setProperty("password", database.password());
    }
    return DriverManager.getConnection(database.jdbcUrl(), properties);
  }

  /** Returns the address in the form of DB_URL. */
  static String withCredentials(DatabaseUrl.Postgres database) {
    Map<String, String> parameters = new HashMap<>(database.parameters());
    if (database.user() != null) {
      parameters.put("user", database.user());
    }
    if (database.password() != null) {
      parameters.put("password", database.password());
    }
    return new DatabaseUrl.Postgres(database.hosts(), database.database(), null, null, parameters)
        .jdbcUrl();
  }

  private static String quoted(DatabaseUrl.Postgres database) {
    return '"' + database.database().replace("\"", "\"\"") + '"';
  }
}
