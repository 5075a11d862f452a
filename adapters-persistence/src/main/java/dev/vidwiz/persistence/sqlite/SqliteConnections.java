package dev.vidwiz.persistence.sqlite;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.ConnectionUse;
import dev.vidwiz.persistence.database.Connections;
import dev.vidwiz.persistence.database.Jdbis;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The connections to a SQLite file: one writer and four readers, opened when first needed. Threads
 * wait for them in Java, because waiting in SQLite blocks a platform thread.
 */
public final class SqliteConnections implements Connections {

  private static final int READERS = 4;
  private static final Duration MAX_COMMIT = Duration.ofMillis(5);

  /**
   * Result codes: busy, locked, out of memory, I/O error, disk full, cannot open.
   *
   * @see <a href="https://sqlite.org/rescode.html">Result codes</a>
   */
  static final Set<Integer> TEMPORARY = Set.of(5, 6, 7, 10, 13, 14);

  private final Jdbi jdbi;
  private final SqliteWriter writer = new SqliteWriter(this::open, this::failure, MAX_COMMIT);
  private final FairPermits readerPermits = new FairPermits(READERS);
  private final ConcurrentLinkedDeque<Handle> idleReaders = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /** The folder of the file must exist. */
  public SqliteConnections(Path file) {
    this.jdbi = Jdbis.configured(Jdbi.create(url(file), properties()), new SqliteTypes());
    jdbi.setStatementBuilderFactory(connection -> new StatementCache());
  }

  /** Returns the JDBC URL of a file. */
  public static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  /**
   * Returns the properties of every connection: write-ahead logging, so that readers and the writer
   * do not wait for each other, and a timeout for locks of other processes.
   */
  static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("journal_mode", "WAL");
    properties.setProperty("synchronous", "NORMAL");
    properties.setProperty("busy_timeout", "5000");
    properties.setProperty("foreign_keys", "true");
    // Statements use RETURNING; the driver would run another query after each INSERT.
    properties.setProperty("jdbc.get_generated_keys", "false");
    return properties;
  }

  @Override
  public List<ConnectionUse> use() {
    return List.of(
        writer.use(),
        new ConnectionUse(
            "sqlite-readers",
            readerPermits.inUse(),
            idleReaders.size(),
            READERS,
            readerPermits.waiting()));
  }

  @Override
  public <T> T read(Function<Handle, T> query) {
    readerPermits.acquire();
    try {
      Handle idle = idleReaders.pollFirst();
      Handle reader = idle == null ? openReader() : idle;
      try {
        return query.apply(reader);
      } finally {
        idleReaders.addFirst(reader);
      }
    } finally {
      readerPermits.release();
    }
  }

  @Override
  public <T> T write(Function<Handle, T> statement) {
    return writer.write(statement);
  }

  @Override
  public <T> T inTransaction(Function<Handle, T> work) {
    return writer.inTransaction(work);
  }

  @Override
  public boolean isTemporary(SQLException failure) {
    return TEMPORARY.contains(failure.getErrorCode() & 0xff);
  }

  /** Always false, because writing transactions are sequential. */
  @Override
  public boolean isConflict(SQLException failure) {
    return false;
  }

  /** Waiting threads fail afterwards. */
  @Override
  public void close() {
    closed = true;
    readerPermits.exclusively(
        () -> {
          idleReaders.forEach(Handle::close);
          idleReaders.clear();
        });
    writer.close();
  }

  private Handle openReader() {
    Handle handle = open();
    handle.execute("PRAGMA query_only = ON");
    return handle;
  }

  private Handle open() {
    if (closed) {
      throw StorageException.unavailable("the storage is closed", null);
    }
    return Jdbis.open(jdbi, "the SQLite file cannot be opened");
  }
}
