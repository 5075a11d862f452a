package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.OpenedStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations run while servers of an older version use the tables. */
final class RunningServersTest {

  private final TestDatabase database = TestPostgres.createDatabase();
  private final DatabaseSettings.Postgres settings = database.settings(false);
  private final ExecutorService threads = Executors.newSingleThreadExecutor();

  @BeforeEach
  void makeOlderTables() {
    OlderTables.make("006", settings.jdbcUrl(), settings.user(), settings.password(), "postgres");
  }

  @AfterEach
  void close() {
    threads.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource({"tasks, videos", "videos, tasks"})
  void no_transaction_deadlocks_with_them(String first, String second) throws Exception {
    try (Connection older = database.connect()) {
      older.setAutoCommit(false);
      write(older, first);
      Future<?> migration = threads.submit(() -> JdbiStorage.open(settings).close());
      database.awaitLockWait();

      write(older, second);
      older.commit();

      migration.get();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03"})
  void are_run_again_when_another_transaction_was_in_their_way(String state) {
    database.execute(
        "CREATE SEQUENCE attempts",
        """
        CREATE FUNCTION lose_once() RETURNS event_trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF nextval('attempts') = 1 THEN
            RAISE EXCEPTION 'planted' USING ERRCODE = '%s';
          END IF;
        END $$
        """
            .formatted(state),
        """
        CREATE EVENT TRIGGER planted ON ddl_command_start WHEN TAG IN ('CREATE TABLE')
        EXECUTE FUNCTION lose_once()
        """);

    try (OpenedStorage storage = JdbiStorage.open(settings)) {
      assertThat(storage.start().applied())
          .as("also those before the one that lost")
          .extracting(AppliedMigration::version)
          .containsExactly("007", "008", "009", "010", "011", "012");
    }
  }

  private static void write(Connection connection, String table) throws SQLException {
    connection.createStatement().execute("DELETE FROM " + table);
  }
}
