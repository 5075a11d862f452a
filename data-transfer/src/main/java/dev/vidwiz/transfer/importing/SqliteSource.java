package dev.vidwiz.transfer.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.application.storage.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file. It is read without a transaction, because in SQLite's default journal mode an open
 * one keeps the old server from writing.
 */
final class SqliteSource extends Source {

  /** SQLITE_OPEN_READONLY. */
  private static final String READ_ONLY = "1";

  private static final char REPLACEMENT = '\uFFFD';
  private static final String LONE_SURROGATE = "\uD800";

  private SqliteSource(Handle handle) {
    super(handle);
  }

  static SqliteSource open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw StorageException.unavailable("there is no file " + file, null);
    }
    Properties properties = new Properties();
    properties.setProperty("open_mode", READ_ONLY);
    properties.setProperty("busy_timeout", "10000");
    return new SqliteSource(read(() -> Jdbi.open("jdbc:sqlite:" + file, properties)));
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

  /** The driver replaces invalid UTF-8 by U+FFFD, which can also be in the text itself. */
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
