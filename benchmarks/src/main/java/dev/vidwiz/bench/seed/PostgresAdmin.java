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

/** Makes and drops databases, and never drops one that it has not made: a comment marks those. */
final class PostgresAdmin {

  private static final String MARK = "made by vidwiz bench ";

  private static final String COMMENT =
      """
      SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database
      WHERE datname = ?
      """;

  private final DatabaseUrl.Postgres url;

  /** Works on the server of a database that exists. */
  PostgresAdmin(DatabaseUrl.Postgres url) {
    this.url = url;
  }

  /** Returns the address of a database beside the one that was named. */
  DatabaseUrl.Postgres beside(String name) {
    return new DatabaseUrl.Postgres(
        url.hosts(),
        url.database() + "_bench_" + name,
        url.user(),
        url.password(),
        url.parameters());
  }

  /** Makes a database, in place of an older one of ours. */
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

  /** Writes out what was changed, which would else happen while we measure, if the user may. */
  void settle() {
    try {
      execute("CHECKPOINT");
    } catch (SQLException e) {
      // The first seconds are a little slower then.
    }
  }

  /** Notes down what is in a database of ours. */
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

  /** Returns what is written on a database; null when there is no such database. */
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

  /** Returns the address as DB_URL takes it. */
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
