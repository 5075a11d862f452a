package dev.vidwiz.persistence.database;

import dev.vidwiz.application.storage.ConnectionUse;
import java.sql.SQLException;
import java.util.List;

/**
 * The connections to one database. Lending blocks until there is one and throws {@link
 * dev.vidwiz.application.storage.StorageException} when there is none in time. Thread-safe.
 */
public interface Connections extends AutoCloseable {

  /** Returns how the connections are used now, without waiting. */
  List<ConnectionUse> use();

  /** Lends a connection for single queries. */
  Loan reader();

  /** Lends a connection for statements that change something, and for transactions. */
  Loan writer();

  /** Tells whether the same statement may succeed a little later. */
  boolean isTemporary(SQLException failure);

  /** Tells whether a transaction lost against another at the same time and can be run again. */
  boolean isConflict(SQLException failure);

  /** Ends all connections, waiting a little for those that are lent. */
  @Override
  void close();
}
