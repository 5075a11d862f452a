package dev.vidwiz.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection for a library that asks for several and uses one at a time. It is opened for the
 * first that is asked for and closed with the last. Thread-safe, unlike the use of the connection.
 */
final class SharedConnection {

  private final ConnectionSource opening;
  private @Nullable Connection connection;
  private int users;

  SharedConnection(ConnectionSource opening) {
    this.opening = opening;
  }

  /** Returns a source that gives nothing but this connection. */
  DataSource source() {
    return ConnectionSource.of(this::join);
  }

  private synchronized Connection join() throws SQLException {
    Connection shared = connection == null ? opening.open() : connection;
    connection = shared;
    users++;
    AtomicBoolean left = new AtomicBoolean();
    return TransactionStart.proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (!method.getName().equals("close")) {
            return TransactionStart.invoke(shared, method, arguments);
          }
          if (!left.getAndSet(true)) {
            leave(shared);
          }
          return null;
        });
  }

  private synchronized void leave(Connection shared) throws SQLException {
    users--;
    if (users == 0) {
      connection = null;
      shared.close();
    }
  }
}
