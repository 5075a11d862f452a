package dev.vidwiz.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of one connection prepared, for the SQLite driver does not, and preparing
 * takes longer than running most of ours. Those in use are not kept, so that one text can be run
 * within another run of it. Not thread-safe, as the connection.
 */
final class KeptStatements extends DefaultStatementBuilder {

  /** More than the program has; lists of values in a statement make more of one. */
  private static final int MOST = 200;

  private final SequencedMap<String, PreparedStatement> idle = new LinkedHashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    return kept == null ? super.create(connection, sql, context) : kept;
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    if (!(statement instanceof PreparedStatement prepared) || !isUsable(prepared)) {
      statement.close();
      return;
    }
    PreparedStatement other = idle.put(sql, prepared);
    if (other != null) {
      other.close();
    }
    if (idle.size() > MOST) {
      idle.pollFirstEntry().getValue().close();
    }
  }

  @Override
  public void close(Connection connection) {
    // The driver ends the statements of a connection with it.
    idle.clear();
  }

  /** The driver gives up a statement that failed. */
  private static boolean isUsable(PreparedStatement statement) {
    try {
      statement.clearParameters();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
