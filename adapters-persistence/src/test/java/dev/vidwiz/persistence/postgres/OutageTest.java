package dev.vidwiz.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an outage, and what is the failure of one call only. */
final class OutageTest {

  @ParameterizedTest
  @CsvSource({
    "08001, true", // cannot be connected to
    "08006, true", // lost
    "57P01, true", // stops
    "57P03, true", // starts
    "25006, true", // a standby
    "53300, false", // too many connections
    "53100, false", // disk full
    "57014, false", // timeout of a statement
    "55P03, false", // timeout of a lock
    "40001, false" // conflict
  })
  void a_server_that_answers_has_no_outage(String state, boolean isSign) {
    assertThat(Outage.isSign(new SQLException("x", state))).isEqualTo(isSign);
  }

  @Test
  void it_is_silent_when_no_statement_succeeds() {
    assertThat(new Outage(() -> {}, Duration.ofHours(1)).isSilent()).isFalse();
    assertThat(new Outage(() -> {}, Duration.ZERO).isSilent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET LOCAL statement_timeout = '1ms'; SELECT pg_sleep(600)",
        "DO $$ BEGIN RAISE 'full' USING ERRCODE = '53100'; END $$"
      })
  void a_statement_that_fails_for_now_is_none(String sql) {
    try (TestDatabase database = TestPostgres.createDatabase()) {
      PostgresConnections connections = new PostgresConnections(database.settings(false));
      try {
        StorageException failure = failure(connections, sql);

        assertThat(failure.isTemporary()).isTrue();
        assertThat(failure.isOutage()).isFalse();
      } finally {
        connections.close();
      }
    }
  }

  private static StorageException failure(PostgresConnections connections, String sql) {
    try {
      connections.inTransaction(handle -> handle.execute(sql));
      throw new AssertionError("it succeeded");
    } catch (RuntimeException e) {
      return connections.failure(e);
    }
  }
}
