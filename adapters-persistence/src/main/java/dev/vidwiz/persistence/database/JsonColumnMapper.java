package dev.vidwiz.persistence.database;

import dev.vidwiz.domain.json.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps a JSON column. Older servers stored a JSON null for a missing document. */
final class JsonColumnMapper implements ColumnMapper<JsonText> {

  @Override
  public @Nullable JsonText map(ResultSet row, int column, StatementContext context)
      throws SQLException {
    String text = row.getString(column);
    return text == null || text.equals("null") ? null : new JsonText(text);
  }
}
