package dev.vidwiz.persistence.postgres;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.Jdbis;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A connection to PostgreSQL outside the pool. */
public final class PostgresDedicatedConnection {

  private PostgresDedicatedConnection() {}

  /**
   * Runs a query on a connection of its own.
   *
   * @throws StorageException when the server cannot be reached, refuses the user or the statement,
   *     or does not answer within 10 seconds
   */
  public static <T> T using(DatabaseSettings.OnServer settings, Function<Handle, T> query) {
    try (Handle handle = open(settings, PostgresProperties.ANSWER_TIMEOUT)) {
      return query.apply(handle);
    } catch (JdbiException e) {
      throw failure(settings, e);
    }
  }

  private static StorageException failure(DatabaseSettings.OnServer settings, JdbiException e) {
    return SqlState.UNREACHABLE.isReasonOf(e)
        ? StorageException.unavailable(
            "PostgreSQL does not answer. A pooler before it must give DB_POOL_SIZE + 1 = %d connections"
                .formatted(settings.poolSize() + 1),
            e.getCause())
        : StorageException.broken("the database refused a statement", e.getCause());
  }

  /**
   * Connects for bulk work; the caller closes the connection.
   *
   * @param answerTimeout the longest time of a statement, in whole seconds; zero for no limit
   * @throws StorageException when the server cannot be reached or refuses the user
   */
  public static Handle open(DatabaseSettings.OnServer settings, Duration answerTimeout) {
    Properties properties = PostgresProperties.of(settings);
    // Many rows in one statement, for which triggers are called once.
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("socketTimeout", Long.toString(answerTimeout.toSeconds()));
    Jdbi jdbi = Jdbi.create(() -> connect(settings, properties));
    return Jdbis.open(Jdbis.configured(jdbi, new PostgresTypes()), "the database cannot be opened");
  }

  /**
   * Connects for work that takes long, keeps nobody waiting, and cannot be done in a transaction;
   * the caller closes the connection. The limits of an administrator do not apply, except behind a
   * transaction pooler or in the pool of another program, where nothing can be set for longer than
   * a transaction.
   *
   * @throws StorageException when the server cannot be reached or refuses the user
   */
  public static Handle openWithoutLimits(DatabaseSettings.OnServer settings) {
    Handle handle = open(settings, Duration.ZERO);
    if (keepsSettings(settings)) {
      handle.execute(PostgresTimeouts.OFF_IN_WAITING_SESSION);
    }
    return handle;
  }

  /**
   * Returns a source for a library that uses one connection at a time: it gives the same one to all
   * who have not closed it yet. There is no limit for statements.
   */
  public static DataSource source(DatabaseSettings.OnServer settings) {
    Properties properties = PostgresProperties.of(settings);
    properties.remove("socketTimeout");
    return new SharedConnection(() -> connect(settings, properties)).source();
  }

  private static Connection connect(DatabaseSettings.OnServer settings, Properties properties)
      throws SQLException {
    Connection connection = DirectConnections.open(settings, properties);
    return keepsSettings(settings)
        ? connection
        : TransactionStart.wrap(connection, TransactionStart.READ_COMMITTED);
  }

  /** Those of a transaction pooler or of another program go to others. */
  private static boolean keepsSettings(DatabaseSettings.OnServer settings) {
    return settings.listen() && settings instanceof DatabaseSettings.Postgres;
  }
}
