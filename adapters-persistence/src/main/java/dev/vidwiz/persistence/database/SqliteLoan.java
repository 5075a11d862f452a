package dev.vidwiz.persistence.database;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * A lent SQLite connection. Transactions are begun and ended in SQL, not through JDBC, whose commit
 * opens the next one at once.
 */
final class SqliteLoan implements Loan {

  private final Handle handle;
  private final Consumer<Handle> giveBack;

  SqliteLoan(Handle handle, Consumer<Handle> giveBack) {
    this.handle = handle;
    this.giveBack = giveBack;
  }

  @Override
  public Handle handle() {
    return handle;
  }

  @Override
  public void begin() {
    handle.execute("BEGIN IMMEDIATE");
  }

  @Override
  public void commit() {
    handle.execute("COMMIT");
  }

  /** A connection that cannot even undo is closed, so that the next one starts afresh. */
  @Override
  public void rollback() {
    boolean done = false;
    try {
      handle.execute("ROLLBACK");
      done = true;
    } finally {
      if (!done) {
        handle.close();
      }
    }
  }

  @Override
  public void close() {
    giveBack.accept(handle);
  }
}
