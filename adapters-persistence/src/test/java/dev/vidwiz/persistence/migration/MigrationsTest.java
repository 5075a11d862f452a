package dev.vidwiz.persistence.migration;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opening a database brings it up to date, whoever else does so. */
final class MigrationsTest {

  enum Kind {
    SQLITE,
    POSTGRES
  }

  @TempDir Path folder;
  private TestDatabase postgres;

  @BeforeEach
  void create() {
    postgres = TestPostgres.createDatabase();
  }

  @AfterEach
  void drop() {
    postgres.close();
  }

  @ParameterizedTest
  @EnumSource
  void keeps_existing_rows(Kind kind) {
    VideoId videoId = newVideoId();
    try (Storage storage = JdbiStorage.open(settings(kind))) {
      storage.videos().ensure(videoId, null, NOW);
    }

    try (Storage storage = JdbiStorage.open(settings(kind))) {
      assertThat(storage.videos().find(videoId)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supports_many_servers_that_start_at_once(Kind kind) throws InterruptedException {
    List<Storage> opened = Race.run(8, runner -> JdbiStorage.open(settings(kind)));

    VideoId videoId = newVideoId();
    opened.getFirst().videos().ensure(videoId, null, NOW);
    for (Storage storage : opened) {
      assertThat(storage.videos().find(videoId)).isPresent();
      storage.close();
    }
  }

  @Test
  void supports_many_processes_that_start_at_once_on_one_file() throws Exception {
    List<Process> processes = Stream.generate(this::startOther).limit(3).toList();

    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    try (Storage storage = JdbiStorage.open(settings(Kind.SQLITE))) {
      assertThat(storage.videos().find(OtherProcess.VIDEO_ID)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void refuses_the_tables_of_an_older_server_unchanged(Kind kind) throws SQLException {
    execute(
        kind, "CREATE TABLE tasks (id INTEGER PRIMARY KEY, status VARCHAR(20), task_details JSON)");

    assertThatExceptionOfType(ForeignSchemaException.class)
        .isThrownBy(() -> JdbiStorage.open(settings(kind)));

    execute(kind, "CREATE TABLE users (id INTEGER PRIMARY KEY)");
  }

  @ParameterizedTest
  @EnumSource
  void accepts_tables_of_other_programs(Kind kind) throws SQLException {
    execute(kind, "CREATE TABLE spatial_ref_sys (srid INTEGER PRIMARY KEY)");

    JdbiStorage.open(settings(kind)).close();
    JdbiStorage.open(settings(kind)).close();
  }

  @ParameterizedTest
  @EnumSource
  void opens_what_a_newer_version_has_changed(Kind kind) throws SQLException {
    JdbiStorage.open(settings(kind)).close();
    execute(
        kind,
        """
        INSERT INTO vidwiz_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by,
           execution_time, success)
        VALUES (900, '900', 'later', 'SQL', 'V900__later.sql', 1, 'me', 1, TRUE)
        """);

    JdbiStorage.open(settings(kind)).close();
  }

  @Test
  void creates_the_folder_of_the_file() {
    Path file = folder.resolve("not").resolve("yet").resolve("vidwiz.db");

    JdbiStorage.open(new DatabaseSettings.Sqlite(file)).close();

    assertThat(file).isNotEmptyFile();
  }

  private DatabaseSettings settings(Kind kind) {
    return switch (kind) {
      case SQLITE -> new DatabaseSettings.Sqlite(file());
      case POSTGRES -> postgres.settings(true);
    };
  }

  private void execute(Kind kind, String sql) throws SQLException {
    try (Connection connection =
        switch (kind) {
          case SQLITE -> DriverManager.getConnection("jdbc:sqlite:" + file());
          case POSTGRES -> postgres.connect();
        }) {
      connection.createStatement().execute(sql);
    }
  }

  private Process startOther() {
    try {
      return new ProcessBuilder(
              ProcessHandle.current().info().command().orElseThrow(),
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              OtherProcess.class.getName(),
              file().toString())
          .inheritIO()
          .start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file() {
    return folder.resolve("vidwiz.db");
  }
}
