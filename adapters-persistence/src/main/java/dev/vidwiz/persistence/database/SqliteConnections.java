package dev.vidwiz.persistence.database;

import dev.vidwiz.application.storage.ConnectionUse;
import dev.vidwiz.application.storage.StorageException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The connections to a SQLite file: one that writes, for which threads queue here rather than in
 * SQLite, where waiting would hold a platform thread; and a few that only read. All are opened when
 * they are first needed.
 */
public final class SqliteConnections implements Connections {

  private static final int READERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(5);

  /**
   * The result codes for a database that is locked, out of memory, unreadable, full or not to be
   * opened.
   *
   * @see <a href="https://sqlite.org/rescode.html">Result codes</a>
   */
  private static final Set<Integer> TEMPORARY = Set.of(5, 6, 7, 10, 13, 14);

  private final Jdbi jdbi;
  private final Semaphore writerTurn = new Semaphore(1, true);
  private final Semaphore readerTurns = new Semaphore(READERS, true);
  private final ConcurrentLinkedDeque<Handle> idleReaders = new ConcurrentLinkedDeque<>();
  private volatile @Nullable Handle writer;
  private volatile boolean closed;

  /** Works on a file in a folder that exists. */
  public SqliteConnections(Path file) {
    this.jdbi = Jdbis.configured(Jdbi.create(url(file), properties()), new SqliteTypes());
    jdbi.setStatementBuilderFactory(connection -> new KeptStatements());
  }

  /** Returns the address of a file, as the driver wants it. */
  public static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  /**
   * Returns how every connection is set up: write-ahead logging, so that readers and the writer do
   * not wait for each other, and a little patience with other processes.
   */
  public static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("journal_mode", "WAL");
    properties.setProperty("synchronous", "NORMAL");
    properties.setProperty("busy_timeout", "5000");
    properties.setProperty("foreign_keys", "true");
    // Statements say themselves what they return; the driver would ask after each INSERT.
    properties.setProperty("jdbc.get_generated_keys", "false");
    return properties;
  }

  @Override
  public List<ConnectionUse> use() {
    int writing = 1 - writerTurn.availablePermits();
    int reading = READERS - readerTurns.availablePermits();
    return List.of(
        new ConnectionUse(
            "sqlite-writer",
            writing,
            writer == null ? 0 : 1 - writing,
            1,
            writerTurn.getQueueLength()),
        new ConnectionUse(
            "sqlite-readers", reading, idleReaders.size(), READERS, readerTurns.getQueueLength()));
  }

  @Override
  public Loan reader() {
    take(readerTurns);
    try {
      Handle idle = idleReaders.pollFirst();
      return new SqliteLoan(idle == null ? openReader() : idle, this::giveBackReader);
    } catch (RuntimeException e) {
      readerTurns.release();
      throw e;
    }
  }

  @Override
  public Loan writer() {
    take(writerTurn);
    try {
      Handle handle = writer == null || writer.isClosed() ? open() : writer;
      writer = handle;
      return new SqliteLoan(handle, idle -> writerTurn.release());
    } catch (RuntimeException e) {
      writerTurn.release();
      throw e;
    }
  }

  @Override
  public boolean isTemporary(SQLException failure) {
    return TEMPORARY.contains(failure.getErrorCode() & 0xff);
  }

  /** Always false: transactions that write come one after the other. */
  @Override
  public boolean isConflict(SQLException failure) {
    return false;
  }

  /** Whoever waits for a turn gets it afterwards, only to hear that it is too late. */
  @Override
  public void close() {
    closed = true;
    closeWhenIdle(readerTurns, READERS, () -> idleReaders.forEach(Handle::close));
    closeWhenIdle(
        writerTurn,
        1,
        () -> {
          if (writer != null) {
            writer.close();
          }
        });
  }

  private Handle openReader() {
    Handle handle = open();
    handle.execute("PRAGMA query_only = ON");
    return handle;
  }

  private Handle open() {
    try {
      return jdbi.open();
    } catch (ConnectionException e) {
      throw StorageException.unavailable("the SQLite file cannot be opened", e.getCause());
    }
  }

  private void giveBackReader(Handle handle) {
    idleReaders.addFirst(handle);
    readerTurns.release();
  }

  private void take(Semaphore turns) {
    boolean taken;
    try {
      taken = turns.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StorageException.unavailable("interrupted while waiting for the database", e);
    }
    if (!taken) {
      throw StorageException.unavailable("no turn at the database came in " + PATIENCE, null);
    }
    if (closed) {
      turns.release();
      throw StorageException.unavailable("the storage is closed", null);
    }
  }

  private static void closeWhenIdle(Semaphore turns, int all, Runnable closing) {
    try {
      if (turns.tryAcquire(all, CLOSING_PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        closing.run();
        turns.release(all);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
