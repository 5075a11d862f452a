package dev.vidwiz.transfer.table;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps a row to its values, in the order of the columns. */
final class TableRowMapper implements RowMapper<List<@Nullable Object>> {

  private final Table table;
  private final List<Column> columns;

  TableRowMapper(Table table, List<Column> columns) {
    this.table = table;
    this.columns = columns;
  }

  /** Finds the column mappers once per result, not once per row. */
  @Override
  public RowMapper<List<@Nullable Object>> specialize(ResultSet rows, StatementContext context) {
    List<ColumnMapper<?>> mappers = new ArrayList<>();
    for (Column column : columns) {
      mappers.add(mapper(column.type(), context));
    }
    return (row, sameContext) -> read(row, sameContext, mappers);
  }

  @Override
  public List<@Nullable Object> map(ResultSet row, StatementContext context) throws SQLException {
    return specialize(row, context).map(row, context);
  }

  private List<@Nullable Object> read(
      ResultSet row, StatementContext context, List<ColumnMapper<?>> mappers) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(mappers.size());
    for (int i = 0; i < mappers.size(); i++) {
      try {
        values.add(mappers.get(i).map(row, i + 1, context));
      } catch (RuntimeException e) {
        String place = table.name() + "." + columns.get(i).name();
        throw StorageException.broken("the column " + place + " holds what is not expected", e);
      }
    }
    return Collections.unmodifiableList(values);
  }

  /** The JSON value {@code null} is a document; only the SQL NULL is none. */
  private static ColumnMapper<?> mapper(ColumnType type, StatementContext context) {
    return switch (type) {
      case JSON, JSONB ->
          (row, column, same) -> {
            String text = row.getString(column);
            return text == null ? null : new JsonText(text);
          };
      case ID, TEXT, BOOLEAN, INTEGER, INSTANT ->
          context.findColumnMapperFor(type.javaType()).orElseThrow();
    };
  }
}
