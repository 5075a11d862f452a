package dev.vidwiz.transfer.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.SqliteConnections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file. No lock is held between two reads, as in the journal mode that Python's programs
 * commonly have it would keep them from writing.
 */
final class SqliteSource extends Source {

  /** SQLITE_OPEN_READONLY. */
  private static final String READ_ONLY = "1";

  private static final char REPLACEMENT = '\uFFFD';
  private static final String LONE_SURROGATE = "\uD800";

  private SqliteSource(Connection connection) {
    super(connection);
  }

  static SqliteSource open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw StorageException.unavailable("there is no file " + file, null);
    }
    Properties properties = new Properties();
    properties.setProperty("open_mode", READ_ONLY);
    properties.setProperty("busy_timeout", "10000");
    try {
      Connection connection = DriverManager.getConnection(SqliteConnections.url(file), properties);
      return new SqliteSource(connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  Set<String> tables() {
    return names("SELECT name FROM sqlite_master WHERE type = 'table'");
  }

  @Override
  Set<String> columns(String table) {
    return names("SELECT name FROM pragma_table_info(?)", table);
  }

  @Override
  String position() {
    return "rowid";
  }

  @Override
  String selected(String column) {
    return '"' + column + '"';
  }

  /**
   * The driver puts U+FFFD where bytes are no UTF-8, which need not be a fault: it may be there.
   */
  @Override
  @Nullable String text(ResultSet rows, int column) throws SQLException {
    String text = rows.getString(column);
    return text == null
            || text.indexOf(REPLACEMENT) < 0
            || Arrays.equals(text.getBytes(UTF_8), rows.getBytes(column))
        ? text
        : text.replace(String.valueOf(REPLACEMENT), LONE_SURROGATE);
  }
}
