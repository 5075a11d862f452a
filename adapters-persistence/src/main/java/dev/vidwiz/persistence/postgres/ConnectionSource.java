package dev.vidwiz.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;

/** Opens connections for a library. */
@FunctionalInterface
interface ConnectionSource {

  Connection open() throws SQLException;

  /** Returns a source that does nothing but open connections. */
  static DataSource of(ConnectionSource source) {
    return TransactionStart.proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          if (!method.getName().equals("getConnection")) {
            throw new SQLFeatureNotSupportedException(method.getName());
          }
          return source.open();
        });
  }
}
