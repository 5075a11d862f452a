package dev.vidwiz.persistence.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps a row to a record. */
@FunctionalInterface
public interface RecordMapper<T> extends RowMapper<T> {

  /** Returns the record of the current row. */
  T map(Row row) throws SQLException;

  @Override
  default T map(ResultSet result, StatementContext context) throws SQLException {
    return map(new Row(result, context));
  }

  @Override
  default RowMapper<T> specialize(ResultSet result, StatementContext context) {
    Row row = new Row(result, context);
    return (sameResult, sameContext) -> map(row);
  }
}
