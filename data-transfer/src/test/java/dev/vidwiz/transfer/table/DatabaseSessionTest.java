package dev.vidwiz.transfer.table;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.JdbiStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are stored and read unchanged in both kinds of database. */
@ParameterizedClass
@EnumSource(EmptyDatabase.Kind.class)
final class DatabaseSessionTest {

  @Parameter EmptyDatabase.Kind kind;
  @TempDir Path folder;
  private EmptyDatabase empty;
  private Storage storage;
  private DatabaseSession database;

  @BeforeEach
  void open() {
    empty = EmptyDatabase.create(kind, folder, "vidwiz.db");
    storage = JdbiStorage.open(empty.settings());
    database = DatabaseSession.open(empty.settings());
  }

  @AfterEach
  void close() {
    database.close();
    storage.close();
    empty.close();
  }

  @Test
  void stores_values_unchanged() {
    List<@Nullable Object> video =
        Arrays.asList(
            7L,
            "dQw4w9WgXcQ",
            "",
            "a\\\"\u2028\uD83D\uDE00",
            new JsonText("{ \"b\":1,\"a\":1.50}"),
            true,
            null,
            "x".repeat(50_000),
            NOW,
            Instant.parse("2026-01-01T00:00:00Z"),
            "user:1",
            new JsonText("[ \"Why?\"]"));
    List<@Nullable Object> other =
        Arrays.asList(
            Long.MAX_VALUE,
            "9bZkp7q19f0",
            null,
            null,
            new JsonText("null"),
            false,
            null,
            null,
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            NOW,
            "",
            null);

    write(Tables.VIDEOS, List.of(other, video));

    assertThat(rows(Tables.VIDEOS)).containsExactly(video, other);
  }

  @Test
  void stores_jsonb_documents_with_equal_content() {
    List<@Nullable Object> user =
        Arrays.asList(
            1L, "a@b.c", null, null, null, null, null, new JsonText("{\"a\": [1, null]}"), NOW);

    write(Tables.USERS, List.of(user));

    assertThat(rows(Tables.USERS)).containsExactly(user);
  }

  @Test
  void estimates_the_rows_of_a_table() {
    assertThat(database.estimate(Tables.QUOTAS)).isZero();
    write(Tables.QUOTAS, List.of(row("a", "1"), row("b", "1"), row("c", "1")));

    database.handle().execute("ANALYZE");

    assertThat(database.estimate(Tables.QUOTAS)).isEqualTo(3);
  }

  @Test
  void sorts_texts_by_code_points() {
    List<List<Object>> rows =
        List.of(row("a", "1"), row("B", "2"), row("B", "10"), row("\u00E9", "1"), row("Z", "1"));

    write(Tables.QUOTAS, rows);

    assertThat(rows(Tables.QUOTAS))
        .containsExactly(rows.get(2), rows.get(1), rows.get(4), rows.get(0), rows.get(3));
  }

  @Test
  void writes_several_batches_and_defaults_of_other_columns() {
    database.transaction(
        () -> {
          List<Column> columns = Tables.OUTBOX.columns().subList(0, 4);
          columns = new ArrayList<>(columns);
          columns.addAll(Tables.OUTBOX.columns().subList(7, 10));
          try (TableWriter writer =
              new TableWriter(database.handle(), Tables.OUTBOX.only(columns))) {
            LongStream.rangeClosed(1, 1_201)
                .forEach(id -> writer.add(List.of(id, "summary", "v", id, NOW, NOW, NOW)));
            assertThat(writer.flush()).isEqualTo(1_201);
          }
          return null;
        });

    assertThat(database.count(Tables.OUTBOX)).isEqualTo(1_201);
    assertThat(rows(Tables.OUTBOX).getLast())
        .containsExactly(
            1_201L, "summary", "v", 1_201L, "waiting", 0, new JsonText("[]"), NOW, NOW, NOW, null);
  }

  @Test
  void changes_nothing_when_the_work_fails() {
    List<Object> row = row("a", "1");

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> write(Tables.QUOTAS, List.of(row, row)));

    assertThat(database.count(Tables.QUOTAS)).isZero();
  }

  @Test
  void gives_new_rows_higher_ids_than_inserted_ones() {
    assertThat(database.lastId(Tables.VIDEOS)).isZero();
    database.advanceIds(Tables.VIDEOS, 0);
    storage.videos().ensure(new VideoId("aaaaaaaaaaa"), null, NOW);
    assertThat(database.lastId(Tables.VIDEOS)).isEqualTo(1);

    database.advanceIds(Tables.VIDEOS, 41);
    storage.videos().ensure(new VideoId("bbbbbbbbbbb"), null, NOW);
    write(
        Tables.VIDEOS,
        List.of(
            Arrays.asList(
                1L << 62,
                "ccccccccccc",
                null,
                null,
                null,
                false,
                null,
                null,
                NOW,
                NOW,
                "*",
                null)));
    database.advanceIds(Tables.VIDEOS, 50);
    database.advanceIds(Tables.VIDEOS, 3);
    storage.videos().ensure(new VideoId("ddddddddddd"), null, NOW);

    assertThat(rows(Tables.VIDEOS))
        .extracting(List::getFirst)
        .containsExactly(1L, 42L, 1L << 62, (1L << 62) + 1);
  }

  @Test
  void reads_one_snapshot_while_others_write() {
    storage.videos().ensure(new VideoId("aaaaaaaaaaa"), null, NOW);

    database.snapshot(
        () -> {
          storage.videos().ensure(new VideoId("bbbbbbbbbbb"), null, NOW);
          assertThat(rows(Tables.VIDEOS)).hasSize(1);
          return null;
        });

    assertThat(rows(Tables.VIDEOS)).hasSize(2);
  }

  private static List<Object> row(String subject, String day) {
    return List.of(subject, day, 1);
  }

  private void write(Table table, List<? extends List<? extends @Nullable Object>> rows) {
    database.transaction(
        () -> {
          try (TableWriter writer = new TableWriter(database.handle(), table)) {
            rows.forEach(writer::add);
            return writer.flush();
          }
        });
  }

  private List<List<@Nullable Object>> rows(Table table) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    database.forEachRow(table, rows::add);
    return rows;
  }
}
