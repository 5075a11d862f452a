package dev.vidwiz.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of one connection prepared, for the SQLite driver does not, and preparing
 * takes longer than running most of ours. Those in use are not kept, so that one text can be run
 * within another run of it. Not thread-safe, as the connection.
 */
final class StatementCache extends DefaultStatementBuilder {

  /** More than the program has; lists of values in a statement make more of one. */
  private static final int MAX_IDLE = 200;

  private final SequencedMap<String, PreparedStatement> idle = new LinkedHashMap<>();

  /** With what they were prepared from; Jdbi closes them with the text before it was parsed. */
  private final IdentityHashMap<Statement, String> inUse = new IdentityHashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    PreparedStatement statement = kept == null ? super.create(connection, sql, context) : kept;
    inUse.put(statement, sql);
    return statement;
  }

  @Override
  public void close(Connection connection, String unparsed, Statement statement)
      throws SQLException {
    String sql = inUse.remove(statement);
    if (sql == null || !(statement instanceof PreparedStatement used) || !isUsable(used)) {
      statement.close();
      return;
    }
    PreparedStatement other = idle.put(sql, used);
    if (other != null) {
      other.close();
    }
    if (idle.size() > MAX_IDLE) {
      idle.pollFirstEntry().getValue().close();
    }
  }

  @Override
  public void close(Connection connection) {
    // The driver ends the statements of a connection with it.
    idle.clear();
    inUse.clear();
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
