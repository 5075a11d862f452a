package dev.vidwiz.transfer.archive;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.TableWriter;
import dev.vidwiz.transfer.table.Tables;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in all tables with values that are hard to transfer. */
final class OddRows {

  static final long GREAT_ID = Long.MAX_VALUE - 1_000;

  private static final Instant ROUND = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant EXACT = Instant.parse("2026-03-01T10:20:30.123456Z");
  private static final Instant EARLY = Instant.parse("1969-12-31T23:59:59.000001Z");

  private static final String ODD_TEXT =
      "back\\slash \"quoted\" \t\r\n \u2028\u2029 \uD83D\uDE00 \u0001 \u00E9 e\u0301 \uFEFF";

  /** Columns of type JSON keep blanks, duplicate keys and the order of keys. */
  private static final JsonText AS_IT_CAME =
      new JsonText(
          "{ \"z\" : 1.50, \"a\": 1e2,\n \"a\":\"\\u0000 \\ud800\", \"\uD83D\uDE00\": [ ] }");

  private static final JsonText MEANT =
      new JsonText(
          """
          {"z": 123456789012345678901234567890, "b": 1, "a": [1.50, 1e2, -0.0, 1E-7, 6.02e60, null],
           "b": {"\\u2028": "\\\\ \\" \uD83D\uDE00 \\u00e9", "": ""}, "c": 100, "d": 0.1}\
          """);

  private static final JsonText EMPTY = new JsonText("[]");
  private static final JsonText NULL = new JsonText("null");

  private OddRows() {}

  /** Fills a database whose tables exist. */
  static void write(DatabaseSession database) {
    database.transaction(
        () -> {
          rows().forEach((table, rows) -> write(database, table, rows));
          rows().keySet().stream()
              .filter(Table::isNumbered)
              .forEach(table -> database.advanceIds(table, 7));
          return null;
        });
  }

  private static void write(
      DatabaseSession database, Table table, List<List<@Nullable Object>> rows) {
    try (TableWriter writer = new TableWriter(database.handle(), table)) {
      rows.forEach(writer::add);
      writer.flush();
    }
  }

  private static Map<Table, List<List<@Nullable Object>>> rows() {
    Map<Table, List<List<@Nullable Object>>> rows = new LinkedHashMap<>();
    rows.put(
        Tables.USERS,
        List.of(
            row(1L, "a@b.c", ODD_TEXT, "scrypt:1:2:3$x$y", "g", "", "t", MEANT, ROUND),
            row(2L, "b@b.c", "", null, null, null, null, NULL, EXACT),
            row(GREAT_ID, "c@b.c", null, null, null, null, null, null, EARLY)));
    rows.put(
        Tables.VIDEOS,
        List.of(
            row(
                1L,
                "a-_9bZkp7q1",
                ODD_TEXT,
                "",
                AS_IT_CAME,
                true,
                null,
                null,
                ROUND,
                EXACT,
                "*",
                null),
            row(
                2L,
                "BBBBBBBBBBB",
                null,
                null,
                NULL,
                false,
                "",
                "\uD83D\uDE00".repeat(25_000),
                EARLY,
                ROUND,
                "",
                new JsonText("[\"Why?\"]")),
            row(
                3L,
                "ccccccccccc",
                null,
                null,
                null,
                false,
                "null",
                null,
                EARLY,
                ROUND,
                "user:1",
                null)));
    rows.put(
        Tables.TRANSCRIPTS,
        List.of(
            row("a-_9bZkp7q1", AS_IT_CAME),
            row("BBBBBBBBBBB", EMPTY),
            row("ccccccccccc", new JsonText("[\"" + "x".repeat(100_000) + "\"]"))));
    rows.put(
        Tables.NOTES,
        List.of(
            row(1L, GREAT_ID, "BBBBBBBBBBB", "0:42", "x".repeat(50_000), true, ROUND, EXACT),
            row(5L, 404L, "BBBBBBBBBBB", " :00 ", ODD_TEXT, false, EXACT, EARLY),
            row(GREAT_ID, 1L, "a-_9bZkp7q1", "1:00:00", null, false, EARLY, ROUND)));
    rows.put(
        Tables.CONVERSATIONS,
        List.of(
            row(1L, "BBBBBBBBBBB", 1L, null, ROUND, EXACT),
            row(2L, "BBBBBBBBBBB", null, ODD_TEXT, EXACT, EXACT)));
    rows.put(
        Tables.MESSAGES,
        List.of(
            row(1L, 2L, "user", "", null, ROUND),
            row(2L, 2L, "assistant", ODD_TEXT, MEANT, EXACT),
            row(GREAT_ID, 1L, "assistant", "null", NULL, EARLY)));
    rows.put(
        Tables.TASKS,
        List.of(
            row(
                1L,
                "fetch_metadata",
                "BBBBBBBBBBB",
                "in_progress",
                MEANT,
                MEANT,
                2,
                EXACT,
                EXACT,
                null,
                EARLY,
                ROUND,
                "",
                false,
                GREAT_ID,
                "c"),
            row(
                2L,
                "fetch_transcript",
                "BBBBBBBBBBB",
                "failed",
                NULL,
                NULL,
                3,
                ROUND,
                null,
                EXACT,
                ROUND,
                ROUND,
                ODD_TEXT,
                true,
                null,
                null)));
    rows.put(
        Tables.QUOTAS,
        List.of(
            row("user:10", "2026-01-01", 1),
            row("user:1", "2026-01-02", Integer.MAX_VALUE),
            row("Guest:\u00E9", "2026-01-01", 0)));
    rows.put(
        Tables.OUTBOX,
        List.of(
            row(1L, "summary", "BBBBBBBBBBB", null, "leased", 1, EMPTY, ROUND, ROUND, EXACT, EXACT),
            row(
                9L,
                "ai_note",
                "BBBBBBBBBBB",
                GREAT_ID,
                "dead",
                5,
                MEANT,
                EXACT,
                EXACT,
                EXACT,
                null)));
    return rows;
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
