package dev.vidwiz.persistence.sqlite;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.ConnectionUse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The connection that writes to a SQLite file. Concurrent writers share a commit, because most of
 * the time of a small transaction is the commit, and transactions change mostly the same pages.
 * Each thread does its work, passes the open transaction to the next thread, and returns after the
 * last one has committed. Thread-safe.
 */
final class SqliteWriter {

  private final Supplier<Handle> opening;
  private final Function<Throwable, StorageException> translation;
  private final Duration maxCommit;
  private final FairPermits permits = new FairPermits(1);
  private volatile @Nullable Handle handle;

  /** Accessed only by the thread with the permit. */
  private @Nullable SharedCommit open;

  /**
   * The connection is opened when first needed.
   *
   * @param translation translates exceptions of the database
   * @param maxCommit about the longest time that the first thread waits for later ones
   */
  SqliteWriter(
      Supplier<Handle> opening,
      Function<Throwable, StorageException> translation,
      Duration maxCommit) {
    this.opening = opening;
    this.translation = translation;
    this.maxCommit = maxCommit;
  }

  /** Runs one statement. */
  <T> T write(Function<Handle, T> statement) {
    permits.acquire();
    if (open != null || permits.waiting() > 0) {
      return share(statement, false);
    }
    try {
      return statement.apply(handle());
    } finally {
      permits.release();
    }
  }

  /** Runs work, which is rolled back when it throws. */
  <T> T inTransaction(Function<Handle, T> work) {
    permits.acquire();
    return share(work, open != null);
  }

  /** Returns the current use of the connection. */
  ConnectionUse use() {
    int writing = permits.inUse();
    int idle = handle == null ? 0 : 1 - writing;
    return new ConnectionUse("sqlite-writer", writing, idle, 1, permits.waiting());
  }

  /** Closes the connection after all commits. */
  void close() {
    permits.exclusively(
        () -> {
          if (open != null) {
            end(open, null);
          }
          if (handle != null) {
            handle.close();
          }
        });
  }

  private <T> T share(Function<Handle, T> work, boolean savepoint) {
    boolean first = open == null;
    SharedCommit commit = open == null ? begin() : open;
    T result;
    try {
      if (savepoint) {
        run("SAVEPOINT own");
      }
      result = work.apply(handle());
      if (savepoint) {
        run("RELEASE own");
      }
    } catch (Throwable e) {
      leave(commit, first ? e : undo(savepoint, e));
      throw e;
    }
    leave(commit, null);
    commit.await();
    return result;
  }

  private SharedCommit begin() {
    try {
      run("BEGIN IMMEDIATE");
    } catch (Throwable e) {
      permits.release();
      throw e;
    }
    open = new SharedCommit();
    return open;
  }

  /**
   * Rolls back the work of this thread. Returns null, or the failure that rolled back the work of
   * the others, too.
   */
  private @Nullable Throwable undo(boolean savepoint, Throwable reason) {
    try {
      if (savepoint) {
        run("ROLLBACK TO own");
        run("RELEASE own");
        return null;
      }
      // SQLite rolls back a failed statement. BEGIN works only if it rolled back the transaction.
      run("BEGIN");
      return reason;
    } catch (StorageException e) {
      return savepoint ? e : null;
    }
  }

  /** Passes the transaction to the next thread, or ends it. */
  private void leave(SharedCommit commit, @Nullable Throwable lost) {
    if (lost == null && !commit.isOld() && permits.passOn()) {
      return;
    }
    try {
      end(commit, lost);
    } finally {
      permits.release();
    }
  }

  /** Commits or rolls back. A connection that cannot roll back is closed and replaced. */
  private void end(SharedCommit commit, @Nullable Throwable lost) {
    open = null;
    Throwable failure = lost;
    try {
      if (failure == null) {
        run("COMMIT");
      }
    } catch (Throwable e) {
      failure = e;
    }
    try {
      if (failure != null) {
        run("ROLLBACK");
      }
    } catch (Throwable e) {
      handle().close();
    } finally {
      commit.outcome.complete(failure);
    }
  }

  private void run(String statement) {
    try {
      handle().execute(statement);
    } catch (RuntimeException e) {
      throw translation.apply(e);
    }
  }

  private Handle handle() {
    Handle writer = handle;
    if (writer == null || writer.isClosed()) {
      writer = opening.get();
      handle = writer;
    }
    return writer;
  }

  /** A transaction that threads share, one after the other. */
  private final class SharedCommit {

    private final long begun = System.nanoTime();

    /** Null after a commit, or the failure. */
    private final CompletableFuture<@Nullable Throwable> outcome = new CompletableFuture<>();

    boolean isOld() {
      return System.nanoTime() - begun > maxCommit.toNanos();
    }

    void await() {
      Throwable failure = outcome.join();
      if (failure != null) {
        throw translation.apply(failure);
      }
    }
  }
}
