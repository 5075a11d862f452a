package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.postgres.PostgresGuard;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator's limits are for requests; migrations take as long as they do. */
final class TimeoutsTest {

  private static final BigIndexes INDEXES =
      new BigIndexes(
          "db/index/test/", List.of(new BigIndexes.Index("test_notes_created", "notes")));

  /** Whether a transaction has been idle for longer than its limit; false when it was ended. */
  private static final String OUTLIVES =
      """
      SELECT now() - state_change > interval '300 ms' FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'idle in transaction'
      """;

  private TestDatabase database;

  @BeforeEach
  void create() {
    database = TestPostgres.createDatabase();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void do_not_end_a_migration(boolean listen) {
    DatabaseSettings.Postgres settings = database.settings(listen);
    OlderTables.make("006", settings.jdbcUrl(), settings.user(), settings.password(), "postgres");
    limit("statement_timeout", "1h");
    limit("idle_in_transaction_session_timeout", "1h");
    refuseLimits("CREATE TABLE", "statement_timeout", "idle_in_transaction_session_timeout");

    Migrations.ofPostgres(settings).bringUpToDate();

    assertThat(new DatabaseMigration(settings).pending()).isEmpty();
  }

  @Test
  void do_not_end_the_building_of_an_index() {
    DatabaseSettings.Postgres settings = database.settings(true);
    Migrations.ofPostgres(settings).bringUpToDate();
    limit("statement_timeout", "1h");
    limit("lock_timeout", "1h");
    refuseLimits("CREATE INDEX", "statement_timeout", "lock_timeout");

    DatabaseMigrationTest.run(new DatabaseMigration(settings, INDEXES));

    assertThat(new DatabaseMigration(settings, INDEXES).pending()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void do_not_end_the_transaction_that_keeps_others_out(boolean listen) {
    limit("idle_in_transaction_session_timeout", "100ms");
    PostgresGuard.exclusively(
        database.settings(listen), PostgresGuard.Work.MIGRATIONS, this::awaitIdleTransaction);
  }

  private void awaitIdleTransaction() {
    boolean outlived = false;
    try (Connection observer = database.connect();
        Statement statement = observer.createStatement()) {
      while (!outlived) {
        try (ResultSet rows = statement.executeQuery(OUTLIVES)) {
          assertThat(rows.next()).as("still there").isTrue();
          outlived = rows.getBoolean(1);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void limit(String setting, String value) {
    String name = database.url().substring(database.url().lastIndexOf('/') + 1);
    database.execute("ALTER DATABASE %s SET %s = '%s'".formatted(name, setting, value));
  }

  /** Makes each statement of a kind fail when one of the limits applies to it. */
  private void refuseLimits(String statement, String... settings) {
    database.execute(
        """
        CREATE FUNCTION refuse_limits() RETURNS event_trigger LANGUAGE plpgsql AS $$
        DECLARE limits text := (SELECT string_agg(name, ', ') FROM pg_settings
          WHERE name IN ('%s') AND setting <> '0');
        BEGIN
          IF limits IS NOT NULL THEN RAISE 'limited by %%', limits; END IF;
        END $$
        """
            .formatted(String.join("', '", settings)),
        """
        CREATE EVENT TRIGGER refuse_limits ON ddl_command_start WHEN TAG IN ('%s')
        EXECUTE FUNCTION refuse_limits()
        """
            .formatted(statement));
  }
}
