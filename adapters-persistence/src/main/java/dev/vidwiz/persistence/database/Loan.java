package dev.vidwiz.persistence.database;

import org.jdbi.v3.core.Handle;

/** A connection that one thread has for a while; closing gives it back. */
public interface Loan extends AutoCloseable {

  /** Returns the connection; each statement is committed by itself, but between begin and end. */
  Handle handle();

  /** Begins a transaction. */
  void begin();

  /** Ends the transaction and keeps its changes. */
  void commit();

  /** Ends the transaction and undoes its changes. */
  void rollback();

  @Override
  void close();
}
