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
 * Caches the prepared statements of one connection. The SQLite driver does not, and most statements
 * take longer to prepare than to run. A statement in use is not in the cache, so that the same SQL
 * can run in a nested call. Not thread-safe.
 */
final class StatementCache extends DefaultStatementBuilder {

  /** More than the statements of the program. Lists of values make several of one. */
  private static final int MAX_IDLE = 200;

  private final SequencedMap<String, PreparedStatement> idle = new LinkedHashMap<>();

  /** By statement, because Jdbi closes it with the unparsed SQL. */
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
    // The driver closes the statements with the connection.
    idle.clear();
    inUse.clear();
  }

  /** The driver closes a statement that failed. */
  private static boolean isUsable(PreparedStatement statement) {
    try {
      statement.clearParameters();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
