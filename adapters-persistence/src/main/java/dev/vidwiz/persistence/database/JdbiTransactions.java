package dev.vidwiz.persistence.database;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.storage.Transactions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Transactions bound to their thread. All statements of ports run through {@link #read} or {@link
 * #write}, which join the open transaction and translate exceptions of JDBC and Jdbi. Thread-safe.
 */
public final class JdbiTransactions implements Transactions {

  private static final int MAX_ATTEMPTS = 5;
  private static final long MAX_PAUSE_MILLIS = 50;

  private final Connections connections;
  private volatile boolean lastWriteFailed;

  @SuppressWarnings("ThreadLocalUsage") // A thread may have transactions of two storages open.
  private final ThreadLocal<@Nullable OpenTransaction> open = new ThreadLocal<>();

  /** Uses the given connections, which the caller closes. */
  public JdbiTransactions(Connections connections) {
    this.connections = connections;
  }

  /** {@inheritDoc} Work that lost a conflict with another transaction is run again. */
  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (open.get() != null) {
      return work.get();
    }
    for (int attempt = 1; ; attempt++) {
      OpenTransaction transaction = new OpenTransaction();
      T result;
      try {
        result = attempt(work, transaction);
        if (transaction.hasChanged()) {
          lastWriteFailed = false;
        }
      } catch (StorageException e) {
        if (attempt == MAX_ATTEMPTS || !isConflict(e)) {
          lastWriteFailed = true;
          throw e;
        }
        pause(attempt, e);
        continue;
      }
      transaction.afterCommit().forEach(Runnable::run);
      return result;
    }
  }

  /** Runs a query, in the open transaction if there is one. */
  public <T> T read(Function<Handle, T> query) {
    OpenTransaction transaction = open.get();
    return transaction == null
        ? alone(() -> connections.read(query))
        : translated(() -> query.apply(transaction.handle()));
  }

  /** Runs one statement that changes data, in the open transaction if there is one. */
  public <T> T write(Function<Handle, T> statement) {
    OpenTransaction transaction = open.get();
    if (transaction != null) {
      return translated(() -> statement.apply(transaction.handle()));
    }
    try {
      return alone(() -> connections.write(statement));
    } catch (StorageException e) {
      lastWriteFailed = true;
      throw e;
    }
  }

  /** Tells whether a write has failed, for whatever reason, and none has changed a row since. */
  public boolean lastWriteFailed() {
    return lastWriteFailed;
  }

  /** Runs a query with the given values and returns its row, if there is one. */
  public <T> Optional<T> find(String query, RowMapper<T> mapper, Consumer<Query> values) {
    return read(handle -> with(values, handle.createQuery(query)).map(mapper).findOne());
  }

  /** Runs a query with the given values and returns all rows. */
  public <T> List<T> list(String query, RowMapper<T> mapper, Consumer<Query> values) {
    return read(handle -> with(values, handle.createQuery(query)).map(mapper).list());
  }

  /** Runs a statement with the given values and returns the number of changed rows. */
  public int update(String statement, Consumer<Update> values) {
    int rows = write(handle -> with(values, handle.createUpdate(statement)).execute());
    noteChange(rows > 0);
    return rows;
  }

  /** Runs a statement with the given values and returns the changed row, if there is one. */
  public <T> Optional<T> updateReturning(
      String statement, RowMapper<T> mapper, Consumer<Query> values) {
    Optional<T> row =
        write(handle -> with(values, handle.createQuery(statement)).map(mapper).findOne());
    noteChange(row.isPresent());
    return row;
  }

  /** Runs a statement with the given values and returns all changed rows. */
  public <T> List<T> updateReturningAll(
      String statement, RowMapper<T> mapper, Consumer<Query> values) {
    List<T> rows = write(handle -> with(values, handle.createQuery(statement)).map(mapper).list());
    noteChange(!rows.isEmpty());
    return rows;
  }

  /** A statement that changes no row succeeds on a full disk, too. */
  private void noteChange(boolean changed) {
    OpenTransaction transaction = open.get();
    if (changed && transaction != null) {
      transaction.noteChange();
    } else if (changed) {
      lastWriteFailed = false;
    }
  }

  /** Tells whether this thread has a transaction open. */
  public boolean isOpen() {
    return open.get() != null;
  }

  /** Runs {@code effect} after the commit of the open transaction, or now when there is none. */
  public void afterCommit(Runnable effect) {
    OpenTransaction transaction = open.get();
    if (transaction == null) {
      effect.run();
    } else {
      transaction.afterCommit().add(effect);
    }
  }

  private <T> T attempt(Supplier<T> work, OpenTransaction transaction) {
    return connections.inTransaction(
        handle -> {
          transaction.begin(handle);
          open.set(transaction);
          try {
            return work.get();
          } finally {
            open.remove();
          }
        });
  }

  /** Runs a single statement, again where it lost against another transaction. */
  private <T> T alone(Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return translated(call);
      } catch (StorageException e) {
        if (attempt == MAX_ATTEMPTS || !isLostRace(e)) {
          throw e;
        }
        pause(attempt, e);
      }
    }
  }

  private <T> T translated(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw connections.failure(e);
    }
  }

  private static <S> S with(Consumer<S> values, S statement) {
    values.accept(statement);
    return statement;
  }

  /** Waits for the other transaction, which may need the locks that this one has just released. */
  private static void pause(int attempt, StorageException reason) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(attempt * MAX_PAUSE_MILLIS) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }

  private boolean isLostRace(StorageException e) {
    return e.getCause() instanceof SQLException reason && connections.isLostRace(reason);
  }

  private boolean isConflict(StorageException e) {
    return e.getCause() instanceof SQLException reason && connections.isConflict(reason);
  }
}
