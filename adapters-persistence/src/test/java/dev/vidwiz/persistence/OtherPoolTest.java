package dev.vidwiz.persistence;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.vidwiz.application.Storage;
import dev.vidwiz.application.note.CreateNoteContract;
import dev.vidwiz.application.signal.SignalsContract;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.storage.TransactionsContract;
import dev.vidwiz.application.task.TaskQueueContract;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.UnsuitableDatabaseException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A storage works by the pool of another program, in a schema, beside tables of that program. */
final class OtherPoolTest {

  private static final int SIZE = 8;

  private static TestDatabase database;
  private static HikariDataSource pool;
  private static Storage pooled;

  @BeforeAll
  static void open() {
    database = TestPostgres.createDatabase();
    database.execute("CREATE TABLE users (id INTEGER, mail TEXT)");
    pool = pool();
    pooled = JdbiStorage.open(new DatabaseSettings.Pool(pool, SIZE, false, "vidwiz"));
  }

  @BeforeEach
  void empty() {
    database.execute(
        """
        TRUNCATE vidwiz.users, vidwiz.videos, vidwiz.transcripts, vidwiz.notes, vidwiz.tasks,
          vidwiz.conversations, vidwiz.messages, vidwiz.quotas, vidwiz.outbox,
          vidwiz.rate_limits, vidwiz.noted_videos, vidwiz.note_usage, vidwiz.last_runs
        """);
  }

  @AfterAll
  static void close() {
    pooled.close();
    pool.close();
    database.close();
  }

  @Nested
  final class TransactionsTest extends TransactionsContract {
    @Override
    protected Storage emptyStorage() {
      return pooled;
    }
  }

  @Nested
  final class CreateNoteTest extends CreateNoteContract {
    @Override
    protected Storage emptyStorage() {
      return pooled;
    }
  }

  @Nested
  final class TaskQueueTest extends TaskQueueContract {
    @Override
    protected Storage emptyStorage() {
      return pooled;
    }
  }

  @Nested
  final class SignalsTest extends SignalsContract {

    private Storage listening;

    @Override
    protected Storage emptyStorage() {
      listening = JdbiStorage.open(new DatabaseSettings.Pool(pool, SIZE, true, "vidwiz"));
      return listening;
    }

    @AfterEach
    void closeListening() {
      listening.close();
    }
  }

  @Test
  void the_connections_are_given_back_as_they_were() throws SQLException {
    for (boolean listen : new boolean[] {true, false}) {
      JdbiStorage.open(new DatabaseSettings.Pool(pool, SIZE, listen, "vidwiz")).close();
    }
    assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    Connection[] all = new Connection[SIZE];
    for (int i = 0; i < SIZE; i++) {
      all[i] = pool.getConnection();
      assertThat(all[i].getAutoCommit()).isFalse();
      assertThat(text(all[i], "SELECT current_setting('search_path')"))
          .isEqualTo("\"$user\", public");
      assertThat(text(all[i], "SELECT count(*) FROM pg_listening_channels()")).isEqualTo("0");
    }
    for (Connection each : all) {
      each.close();
    }
  }

  @Test
  void the_pool_outlives_the_storage_which_then_refuses_calls() throws SQLException {
    Storage closed = JdbiStorage.open(pool, "vidwiz");
    closed.close();
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> closed.videos().ensure(newVideoId(), null, NOW));
    try (Connection connection = pool.getConnection()) {
      assertThat(text(connection, "SELECT count(*) FROM users")).isEqualTo("0");
    }
  }

  @Test
  void a_pool_of_another_database_is_refused() {
    HikariConfig sqlite = new HikariConfig();
    sqlite.setJdbcUrl("jdbc:sqlite::memory:");
    try (HikariDataSource other = new HikariDataSource(sqlite)) {
      assertThatExceptionOfType(UnsuitableDatabaseException.class)
          .isThrownBy(() -> JdbiStorage.open(other, null))
          .withMessageContaining("SQLite");
    }
  }

  private static HikariDataSource pool() {
    DatabaseSettings.Postgres settings = database.settings(false);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(SIZE);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    return new HikariDataSource(config);
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
