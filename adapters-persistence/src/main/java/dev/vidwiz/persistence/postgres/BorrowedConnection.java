package dev.vidwiz.persistence.postgres;

import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Connections of another program's pool, which gets them back as they were. */
final class BorrowedConnection {

  private BorrowedConnection() {}

  /** Borrows a connection for one transaction or one statement of its own. */
  static Connection shortly(DatabaseSettings.Pool pool) throws SQLException {
    Connection connection = pool.source().getConnection();
    try {
      if (connection.getAutoCommit()) {
        return connection;
      }
      connection.setAutoCommit(true);
      return returning(connection, () -> connection.setAutoCommit(false));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Borrows a connection and sets it to the schema. */
  static Connection forLong(DatabaseSettings.Pool pool) throws SQLException {
    Connection connection = pool.source().getConnection();
    try {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      String path = pool.schema() == null ? null : searchPath(connection);
      if (path != null) {
        setSearchPath(connection, '"' + pool.schema() + '"');
      }
      return returning(connection, () -> restore(connection, path, autoCommit));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private interface Step {
    void run() throws SQLException;
  }

  /** Also when the restoration fails, as on a lost connection, the pool gets it back. */
  private static Connection returning(Connection connection, Step restoration) {
    return TransactionStart.proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (!method.getName().equals("close") || connection.isClosed()) {
            return TransactionStart.invoke(connection, method, arguments);
          }
          try (connection) {
            restoration.run();
          }
          return null;
        });
  }

  private static void restore(Connection connection, @Nullable String path, boolean autoCommit)
      throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("UNLISTEN *");
    }
    if (path != null) {
      setSearchPath(connection, path);
    }
    connection.setAutoCommit(autoCommit);
  }

  private static String searchPath(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT current_setting('search_path')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void setSearchPath(Connection connection, String path) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('search_path', ?, false)")) {
      statement.setString(1, path);
      statement.execute();
    }
  }
}
