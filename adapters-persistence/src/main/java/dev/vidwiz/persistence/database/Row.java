package dev.vidwiz.persistence.database;

import dev.vidwiz.domain.json.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.NoSuchMapperException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result. Times and JSON, which the databases store differently, are read by
 * Jdbi's column mappers, looked up once per result. Not thread-safe.
 */
public final class Row {

  private final ResultSet result;
  private final StatementContext context;
  private @Nullable ColumnMapper<Instant> times;
  private @Nullable ColumnMapper<JsonText> documents;

  Row(ResultSet result, StatementContext context) {
    this.result = result;
    this.context = context;
  }

  /** Returns a number; 0 when there is none. */
  public long getLong(String column) throws SQLException {
    return result.getLong(column);
  }

  /** Returns a number, or null when there is none. */
  public @Nullable Long findLong(String column) throws SQLException {
    long value = result.getLong(column);
    return result.wasNull() ? null : value;
  }

  /** Returns a number; 0 when there is none. */
  public int getInt(String column) throws SQLException {
    return result.getInt(column);
  }

  /** Returns a boolean; false when there is none. */
  public boolean getBoolean(String column) throws SQLException {
    return result.getBoolean(column);
  }

  /** Returns a required text. */
  public String getText(String column) throws SQLException {
    return present(findText(column), column);
  }

  /** Returns a text, or null when there is none. */
  public @Nullable String findText(String column) throws SQLException {
    return result.getString(column);
  }

  /** Returns a required time. */
  public Instant getTime(String column) throws SQLException {
    return present(findTime(column), column);
  }

  /** Returns a time, or null when there is none. */
  public @Nullable Instant findTime(String column) throws SQLException {
    if (times == null) {
      times = mapper(Instant.class);
    }
    return times.map(result, result.findColumn(column), context);
  }

  /** Returns a required JSON document. */
  public JsonText getJson(String column) throws SQLException {
    return present(findJson(column), column);
  }

  /** Returns a JSON document, or null when there is none. */
  public @Nullable JsonText findJson(String column) throws SQLException {
    if (documents == null) {
      documents = mapper(JsonText.class);
    }
    return documents.map(result, result.findColumn(column), context);
  }

  private <T> ColumnMapper<T> mapper(Class<T> type) {
    return context
        .findColumnMapperFor(type)
        .orElseThrow(() -> new NoSuchMapperException("none for " + type));
  }

  private static <T> T present(@Nullable T value, String column) {
    return Objects.requireNonNull(value, column);
  }
}
