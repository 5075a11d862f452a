package dev.vidwiz.bootstrap.endtoend;

import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An empty database for a server, with direct access for tests. */
final class ServerDatabase implements AutoCloseable {

  enum Kind {
    SQLITE {
      @Override
      ServerDatabase create(Path folder) {
        String url = "jdbc:sqlite:" + folder.resolve("data/vidwiz.db");
        return new ServerDatabase(Map.of(), () -> DriverManager.getConnection(url), () -> {});
      }
    },
    POSTGRESQL {
      @Override
      ServerDatabase create(Path folder) {
        TestDatabase database = TestPostgres.createDatabase();
        return new ServerDatabase(
            Map.of("DB_URL", database.url()), database::connect, database::close);
      }
    };

    /** Creates a database for servers in a folder. */
    abstract ServerDatabase create(Path folder);
  }

  /** Opens a connection. */
  private interface Connecting {
    Connection connect() throws SQLException;
  }

  private final Map<String, String> settings;
  private final Connecting connecting;
  private final Runnable closing;

  private ServerDatabase(Map<String, String> settings, Connecting connecting, Runnable closing) {
    this.settings = settings;
    this.connecting = connecting;
    this.closing = closing;
  }

  /** Returns the settings with which a server uses this database. */
  Map<String, String> settings() {
    return settings;
  }

  /** Opens a direct connection. */
  Connection connect() throws SQLException {
    return connecting.connect();
  }

  /** Returns the rows of a query, their columns joined by blanks. */
  List<String> query(String sql) {
    try (Connection connection = connecting.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getString(i));
        }
        lines.add(String.join(" ", columns));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a statement, and returns how many rows it changed. */
  int update(String sql) {
    try (Connection connection = connecting.connect();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
