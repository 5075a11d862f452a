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
 * The connection that writes to a SQLite file. Who comes while others write shares their commit:
 * most of a small transaction's time goes into writing the pages that it changed, and those of many
 * are mostly the same. Each does its work, passes the open transaction on, and returns when the
 * last of them has committed it. Thread-safe.
 */
final class SqliteWriter {

  private final Supplier<Handle> opening;
  private final Function<Throwable, StorageException> translation;
  private final Duration maxCommit;
  private final FairPermits permits = new FairPermits(1);
  private volatile @Nullable Handle handle;

  /** Only whoever has the turn looks at it. */
  private @Nullable SharedCommit open;

  /**
   * Opens nothing yet.
   *
   * @param translation what becomes of a failure of the database
   * @param maxCommit who came first does not wait much longer for those who came later
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
    permits.take();
    if (open != null || permits.waiting() > 0) {
      return share(statement, false);
    }
    try {
      return statement.apply(handle());
    } finally {
      permits.giveBack();
    }
  }

  /** Runs work, all of which is undone when it throws. */
  <T> T inTransaction(Function<Handle, T> work) {
    permits.take();
    return share(work, open != null);
  }

  /** Returns how the connection is used now. */
  ConnectionUse use() {
    int writing = permits.taken();
    int idle = handle == null ? 0 : 1 - writing;
    return new ConnectionUse("sqlite-writer", writing, idle, 1, permits.waiting());
  }

  /** Ends the connection, when all have committed. */
  void close() {
    permits.alone(
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
      permits.giveBack();
      throw e;
    }
    open = new SharedCommit();
    return open;
  }

  /** Undoes what this thread did; returns null, or what has undone the work of the others too. */
  private @Nullable Throwable undo(boolean savepoint, Throwable reason) {
    try {
      if (savepoint) {
        run("ROLLBACK TO own");
        run("RELEASE own");
        return null;
      }
      // SQLite itself undoes a statement that fails. Where it undid all, there is no transaction.
      run("BEGIN");
      return reason;
    } catch (StorageException e) {
      return savepoint ? e : null;
    }
  }

  /** Passes the transaction on, or ends it. */
  private void leave(SharedCommit commit, @Nullable Throwable lost) {
    if (lost == null && !commit.isOld() && permits.passOn()) {
      return;
    }
    try {
      end(commit, lost);
    } finally {
      permits.giveBack();
    }
  }

  /** Commits. A connection that cannot even undo is closed, so that the next one starts afresh. */
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

  /** A transaction in which threads do their work one after the other. */
  private final class SharedCommit {

    private final long begun = System.nanoTime();

    /** Null, or why nothing is kept. */
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
