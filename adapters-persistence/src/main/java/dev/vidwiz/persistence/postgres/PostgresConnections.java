package dev.vidwiz.persistence.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.ConnectionUse;
import dev.vidwiz.persistence.database.Connections;
import dev.vidwiz.persistence.database.Jdbis;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** A pool of connections to a PostgreSQL server. */
public final class PostgresConnections implements Connections {

  /** Whether the server is no standby, and neither it nor the user is set to read only. */
  public static final String IS_WRITABLE =
      "SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off'";

  private static final System.Logger LOG = System.getLogger(PostgresConnections.class.getName());

  /** The longest wait for a connection. */
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration KEEPALIVE = Duration.ofMinutes(2);

  private final DatabaseSettings.OnServer settings;

  /** A pool of ours, or a source that borrows from one of another program. */
  private final DataSource pool;

  private final Jdbi jdbi;
  private final Outage outage;

  /** What each transaction has to say, as connections cannot keep it; mostly empty. */
  private final String transactionStart;

  private volatile boolean closed;

  /**
   * Connects.
   *
   * @throws StorageException when the server cannot be reached or refuses the user
   */
  public PostgresConnections(DatabaseSettings.OnServer settings) {
    this.settings = settings;
    this.pool =
        switch (settings) {
          case DatabaseSettings.Postgres server -> connect(server);
          case DatabaseSettings.Pool other ->
              ConnectionSource.of(() -> BorrowedConnection.shortly(other));
        };
    this.jdbi = Jdbis.configured(Jdbi.create(pool), new PostgresTypes());
    this.outage = new Outage(this::probe, CONNECTION_TIMEOUT);
    boolean usable = false;
    try (Handle handle = borrow()) {
      this.transactionStart = TransactionStart.of(settings, ServerDefaults.of(handle));
      usable = true;
    } catch (JdbiException e) {
      throw failure(e);
    } finally {
      if (!usable) {
        closePool();
      }
    }
  }

  @Override
  public List<ConnectionUse> use() {
    if (!(pool instanceof HikariDataSource ours)) {
      return List.of();
    }
    HikariPoolMXBean now = ours.getHikariPoolMXBean();
    return List.of(
        new ConnectionUse(
            "postgresql",
            now.getActiveConnections(),
            now.getIdleConnections(),
            size(),
            now.getThreadsAwaitingConnection()));
  }

  @Override
  public <T> T read(Function<Handle, T> query) {
    return write(query);
  }

  @Override
  public <T> T write(Function<Handle, T> statement) {
    if (!transactionStart.isEmpty()) {
      return inTransaction(statement);
    }
    Handle handle = borrow();
    try {
      T result = statement.apply(handle);
      outage.noteAnswer();
      return result;
    } finally {
      release(handle);
    }
  }

  @Override
  public <T> T inTransaction(Function<Handle, T> work) {
    Handle handle = borrow();
    try {
      step(handle::begin);
      try {
        if (!transactionStart.isEmpty()) {
          step(() -> handle.execute(transactionStart));
        }
        T result = work.apply(handle);
        step(handle::commit);
        outage.noteAnswer();
        return result;
      } catch (Throwable e) {
        rollback(handle, e);
        throw e;
      }
    } finally {
      release(handle);
    }
  }

  @Override
  public boolean isTemporary(SQLException failure) {
    return failure.getSQLState() == null
        ? failure instanceof SQLTransientConnectionException
        : SqlState.TEMPORARY.isReasonOf(failure);
  }

  /** A pool without a free connection is one only if nobody else got an answer meanwhile. */
  @Override
  public boolean isOutage(SQLException failure) {
    return failure.getSQLState() == null ? outage.isSilent() : Outage.isSign(failure);
  }

  /** Returns the failure of something that could not be done for a temporary reason. */
  public StorageException notNow(String message, @Nullable Throwable cause) {
    Throwable reason = cause;
    while (reason != null && !(reason instanceof SQLException)) {
      reason = reason.getCause();
    }
    return reason instanceof SQLException failure && isOutage(failure)
        ? StorageException.unavailable(message, cause)
        : StorageException.overloaded(message, cause);
  }

  @Override
  public boolean isConflict(SQLException failure) {
    return isLostRace(failure) || SqlState.DUPLICATE.isReasonOf(failure);
  }

  @Override
  public boolean isLostRace(SQLException failure) {
    return SqlState.LOST_RACE.isReasonOf(failure);
  }

  /** Returns the pool, for libraries that take their connections themselves. */
  public DataSource pool() {
    return transactionStart.isEmpty() ? pool : TransactionStart.wrap(pool, transactionStart);
  }

  /** Returns the maximum size of the pool. */
  public int size() {
    return settings.poolSize();
  }

  @Override
  public void close() {
    closed = true;
    outage.close();
    closePool();
  }

  private Handle borrow() {
    if (closed) {
      throw StorageException.unavailable("the storage is closed", null);
    }
    outage.check();
    try {
      return open();
    } catch (StorageException e) {
      outage.noteRefusal(e);
      throw notNow(String.valueOf(e.getMessage()), e.getCause());
    }
  }

  private Handle open() {
    return Jdbis.open(jdbi, "no connection to PostgreSQL is available");
  }

  private void probe() {
    try (Handle handle = open()) {
      handle.execute("SELECT 1");
    } catch (JdbiException e) {
      throw failure(e);
    }
  }

  private static DataSource connect(DatabaseSettings.Postgres settings) {
    try {
      return new HikariDataSource(config(settings));
    } catch (PoolInitializationException e) {
      throw StorageException.unavailable("PostgreSQL cannot be reached", e.getCause());
    }
  }

  /** The pool of another program stays open. */
  private void closePool() {
    if (pool instanceof HikariDataSource ours) {
      ours.close();
    }
  }

  private static HikariConfig config(DatabaseSettings.Postgres settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("vidwiz");
    config.setJdbcUrl(settings.jdbcUrl());
    config.setDataSourceProperties(PostgresProperties.ofPool(settings));
    config.setMaximumPoolSize(settings.poolSize());
    config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    config.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
    config.setKeepaliveTime(KEEPALIVE.toMillis());
    if (settings.listen()) {
      // Behind a transaction pooler it would be set for whoever gets the connection next.
      config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    }
    return config;
  }

  private void step(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  private static void rollback(Handle handle, Throwable reason) {
    try {
      handle.rollback();
    } catch (RuntimeException e) {
      // The connection is lost, and so is the transaction.
      reason.addSuppressed(e);
    }
  }

  /** A failure here must not hide the result. */
  private static void release(Handle handle) {
    try {
      handle.close();
    } catch (JdbiException e) {
      LOG.log(Level.DEBUG, "a connection was lost when it was released", e);
    }
  }
}
