package dev.vidwiz.transfer.archive;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.persistence.EmptyDatabase.Kind.POSTGRESQL;
import static dev.vidwiz.persistence.EmptyDatabase.Kind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.application.Storage;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.NotedVideos;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The content of archives, and restores of it. */
final class ArchiveTest {

  @TempDir Path folder;

  static Stream<Arguments> directions() {
    return Stream.of(
        Arguments.of(SQLITE, SQLITE),
        Arguments.of(SQLITE, POSTGRESQL),
        Arguments.of(POSTGRESQL, SQLITE),
        Arguments.of(POSTGRESQL, POSTGRESQL));
  }

  @ParameterizedTest
  @MethodSource("directions")
  void carries_every_row_of_every_table(EmptyDatabase.Kind from, EmptyDatabase.Kind to)
      throws SQLException {
    try (EmptyDatabase source = filled(from);
        EmptyDatabase target = TestArchive.emptyWithTables(to, folder, "target.db")) {
      TestArchive archive = TestArchive.of(source.settings());

      assertThat(archive.restore(target.settings())).isEqualTo(24);

      try (DatabaseSession original = DatabaseSession.open(source.settings());
          DatabaseSession restored = DatabaseSession.open(target.settings())) {
        for (Table table : Tables.ALL) {
          assertThat(ComparableRows.of(restored, table))
              .as(table.name())
              .isNotEmpty()
              .isEqualTo(ComparableRows.of(original, table));
          if (table.isNumbered()) {
            assertThat(restored.lastId(table)).isEqualTo(original.lastId(table));
          }
        }
        assertThat(NotedVideos.differences(restored.handle().getConnection())).isEmpty();
      }
      assertThat(content(TestArchive.of(target.settings()))).isEqualTo(content(archive));
    }
  }

  @ParameterizedTest
  @EnumSource
  void lets_new_rows_have_ids_that_no_row_ever_had(EmptyDatabase.Kind kind) {
    VideoId first = new VideoId("aaaaaaaaaaa");
    try (EmptyDatabase source = TestArchive.emptyWithTables(SQLITE, folder, "source.db");
        EmptyDatabase target = TestArchive.emptyWithTables(kind, folder, "target.db")) {
      try (Storage storage = JdbiStorage.open(source.settings());
          DatabaseSession database = DatabaseSession.open(source.settings())) {
        storage.videos().ensure(first, null, NOW);
        database.advanceIds(Tables.VIDEOS, 41);
      }

      TestArchive.of(source.settings()).restore(target.settings());

      try (Storage storage = JdbiStorage.open(target.settings())) {
        assertThat(storage.videos().ensure(first, null, NOW).id()).isEqualTo(1);
        assertThat(storage.videos().ensure(new VideoId("bbbbbbbbbbb"), null, NOW).id())
            .isEqualTo(42);
      }
    }
  }

  @Test
  void begins_with_a_header() {
    try (EmptyDatabase source = filled(SQLITE)) {
      JsonNode header = TestArchive.of(source.settings()).json(0);

      assertThat(header.get("format").textValue()).isEqualTo("vidwiz-archive");
      assertThat(header.get("version").intValue()).isEqualTo(1);
      assertThat(header.get("schema").intValue()).isPositive();
      assertThat(header.get("database").textValue()).isEqualTo("sqlite");
      assertThat(header.get("created_at").textValue()).isEqualTo(NOW.toString());
      assertThat(header.get("vidwiz").textValue()).isEqualTo("1.2.3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_older_tables_leaves_the_new_columns_their_defaults(EmptyDatabase.Kind kind) {
    TestArchive archive =
        TestArchive.sealed(
            "{\"format\":\"vidwiz-archive\",\"version\":1,\"schema\":1,\"database\":\"sqlite\","
                + "\"created_at\":\"2020-01-01T00:00:00Z\",\"vidwiz\":\"0.0.1\"}",
            "{\"table\":\"videos\",\"columns\":[\"id\",\"video_id\",\"created_at\","
                + "\"updated_at\"],\"last_id\":3}",
            "[2,\"aaaaaaaaaaa\",\"2020-01-01T00:00:00.000000Z\",\"2020-01-01T00:00:00.000000Z\"]");
    try (EmptyDatabase target = TestArchive.emptyWithTables(kind, folder, "target.db")) {
      assertThat(archive.restore(target.settings())).isEqualTo(1);

      try (Storage storage = JdbiStorage.open(target.settings())) {
        assertThat(storage.videos().find(new VideoId("aaaaaaaaaaa")))
            .hasValueSatisfying(
                video -> {
                  assertThat(video.id()).isEqualTo(2);
                  assertThat(video.transcriptAvailable()).isFalse();
                  assertThat(video.title()).isNull();
                });
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_tables_without_turns_has_tasks_that_workers_can_claim(EmptyDatabase.Kind kind) {
    String time = "\"2020-01-01T00:00:00.000000Z\"";
    TestArchive archive =
        TestArchive.sealed(
            "{\"format\":\"vidwiz-archive\",\"version\":1,\"schema\":6,\"database\":\"sqlite\","
                + "\"created_at\":\"2020-01-01T00:00:00Z\",\"vidwiz\":\"0.0.1\"}",
            "{\"table\":\"videos\",\"columns\":[\"id\",\"video_id\",\"created_at\","
                + "\"updated_at\"],\"last_id\":1}",
            "[1,\"aaaaaaaaaaa\",%1$s,%1$s]".formatted(time),
            "{\"table\":\"tasks\",\"columns\":[\"id\",\"task_type\",\"video_id\",\"status\","
                + "\"task_details\",\"retry_count\",\"available_at\",\"created_at\","
                + "\"updated_at\"],\"last_id\":9}",
            "[9,\"fetch_transcript\",\"aaaaaaaaaaa\",\"pending\",\"{}\",1,%1$s,%1$s,%1$s]"
                .formatted(time));
    try (EmptyDatabase target = TestArchive.emptyWithTables(kind, folder, "target.db")) {
      assertThat(archive.restore(target.settings())).isEqualTo(2);

      try (Storage storage = JdbiStorage.open(target.settings())) {
        assertThat(storage.tasks().claimOwn(TaskType.TRANSCRIPT, 1, NOW)).isEmpty();
        assertThat(storage.tasks().claim(TaskType.TRANSCRIPT, null, NOW))
            .hasValueSatisfying(
                task -> {
                  assertThat(task.id()).isEqualTo(9);
                  assertThat(task.attempts()).isEqualTo(2);
                  assertThat(task.claimId()).isNotNull();
                });
      }
    }
  }

  @Test
  void reports_a_full_disk() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    Archiver.Origin origin = new Archiver.Origin(NOW, "1.2.3");
    try (EmptyDatabase source = filled(SQLITE)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> Archiver.write(source.settings(), full, origin, (table, rows) -> {}))
          .withMessageContaining("No space left");
    }
  }

  private EmptyDatabase filled(EmptyDatabase.Kind kind) {
    EmptyDatabase database = TestArchive.emptyWithTables(kind, folder, "source.db");
    DatabaseSettings settings = database.settings();
    try (DatabaseSession session = DatabaseSession.open(settings)) {
      OddRows.write(session);
    }
    return database;
  }

  /**
   * Returns all lines except the first, which names the kind of database, and without the check sum
   * of all lines.
   */
  private static List<JsonNode> content(TestArchive archive) {
    List<JsonNode> lines =
        Stream.iterate(1, i -> i < archive.lines().size(), i -> i + 1).map(archive::json).toList();
    assertThat(((ObjectNode) lines.getLast()).remove("sha256").textValue()).hasSize(64);
    return lines;
  }
}
