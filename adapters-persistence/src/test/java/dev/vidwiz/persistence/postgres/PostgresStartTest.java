package dev.vidwiz.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told when a statement fails before a server has started. */
final class PostgresStartTest {

  private static final String SILENCE = "does not answer";

  @ParameterizedTest
  @CsvSource({
    "08006, true", // lost
    "08P01, true", // a pooler gives none
    "57P01, true", // stops
    "42501, false", // no privilege
    "25006, false", // a standby
    "57014, false", // timeout of a statement
    "22012, false" // division by zero
  })
  void only_a_server_that_does_not_answer_is_said_not_to(String state, boolean isSilent) {
    String sql = "DO $$ BEGIN RAISE 'planted' USING ERRCODE = '" + state + "'; END $$";
    try (TestDatabase database = TestPostgres.createDatabase()) {
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(
              () ->
                  PostgresDedicatedConnection.using(
                      database.settings(true), handle -> handle.execute(sql)))
          .satisfies(e -> assertThat(e.getMessage().contains(SILENCE)).isEqualTo(isSilent))
          .withStackTraceContaining("planted");
    }
  }

  /** The function of a standby hides that of the server. */
  @Test
  void a_standby_is_called_one() {
    try (TestDatabase database = TestPostgres.createDatabase()) {
      String name = database.url().substring(database.url().lastIndexOf('/') + 1);
      database.execute(
          "CREATE FUNCTION pg_is_in_recovery() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
          "ALTER DATABASE " + name + " SET search_path = public, pg_catalog");
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(() -> PostgresStart.check(database.settings(true)))
          .withMessageContaining("standby");
      PostgresStart.check(database.settings(false));
    }
  }
}
