package dev.vidwiz.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void a_standby_is_called_one(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    start(data).close();
    Files.createFile(data.resolve("standby.signal"));
    try (EmbeddedPostgres standby = start(data)) {
      String url = "jdbc:postgresql://127.0.0.1:" + standby.getPort() + "/postgres";
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(
              () ->
                  PostgresStart.check(
                      new DatabaseSettings.Postgres(url, "postgres", "postgres", 2, true)))
          .withMessageContaining("standby");
      PostgresStart.check(new DatabaseSettings.Postgres(url, "postgres", "postgres", 2, false));
    }
  }

  private static EmbeddedPostgres start(Path data) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "off")
        .start();
  }
}
