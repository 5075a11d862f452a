package dev.vidwiz.transfer.archive;

import static dev.vidwiz.persistence.EmptyDatabase.Kind.SQLITE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Invalid archives are refused without a change in the database. */
@ParameterizedClass
@EnumSource(EmptyDatabase.Kind.class)
final class RefusedArchivesTest {

  private static final String HEADER =
      "{\"format\":\"vidwiz-archive\",\"version\":1,\"schema\":1,\"database\":\"sqlite\","
          + "\"created_at\":\"2020-01-01T00:00:00Z\",\"vidwiz\":\"0.0.1\"}";

  private static final String USERS =
      "{\"table\":\"users\",\"columns\":[\"id\",\"email\",\"profile_data\",\"created_at\"]}";

  private static final String USER = "[1,\"secret@b.c\",null,\"2020-01-01T00:00:00.000000Z\"]";

  private static EmptyDatabase target;
  private static TestArchive archive;

  @Parameter EmptyDatabase.Kind kind;
  @TempDir Path folder;

  @BeforeParameterizedClassInvocation
  static void create(EmptyDatabase.Kind kind, @TempDir Path folder) {
    target = TestArchive.emptyWithTables(kind, folder, "target.db");
    EmptyDatabase source = TestArchive.emptyWithTables(SQLITE, folder, "source.db");
    try (DatabaseSession session = DatabaseSession.open(source.settings())) {
      OddRows.write(session);
    }
    archive = TestArchive.of(source.settings());
  }

  @AfterParameterizedClassInvocation
  static void drop() {
    target.close();
  }

  @Test
  void a_flipped_bit() {
    // The first ten bytes of gzip describe the file, not its content.
    for (int i = 10; i < archive.bytes().length; i += 1 + archive.bytes().length / 24) {
      byte[] bytes = archive.bytes();
      bytes[i] ^= 4;
      assertRefused(new TestArchive(bytes), "");
    }
  }

  @Test
  void a_truncated_file() {
    for (int i = 0; i < archive.bytes().length; i += 1 + archive.bytes().length / 8) {
      assertRefused(new TestArchive(Arrays.copyOf(archive.bytes(), i)), "");
    }
    int length = archive.bytes().length;
    assertRefused(new TestArchive(Arrays.copyOf(archive.bytes(), length - 1)), "end");
  }

  @Test
  void missing_changed_and_additional_lines() {
    int last = archive.lines().size() - 1;
    int row = lineBeginning("[5,404,");
    assertRefused(changed(lines -> lines.subList(0, last)), "its end is missing");
    assertRefused(changed(lines -> lines.subList(0, row)), "its end is missing");
    assertRefused(edited(lines -> lines.remove(row)), "damaged");
    assertRefused(edited(lines -> lines.add(row, lines.get(row).replace("404", "405"))), "damaged");
    assertRefused(edited(lines -> lines.add(row, lines.remove(row + 1))), "damaged");
    assertRefused(edited(lines -> lines.remove(lineBeginning("{\"table\":\"quotas\""))), "row");
    assertRefused(edited(lines -> lines.add(lines.get(row))), "it has data after its end");
    assertRefused(edited(lines -> lines.add(1, lines.get(row))), "outside of a table");
    assertRefused(
        edited(lines -> lines.add(row, lines.get(lineBeginning("{\"table\":\"users\"")))),
        "twice: users");
    assertRefused(edited(lines -> lines.add(row, "nonsense")), "damaged");
    assertRefused(edited(lines -> lines.add(row, "")), "unknown table");
  }

  @Test
  void changed_words() {
    assertRefused(
        replaced("\"format\":\"vidwiz-archive\"", "\"format\":\"zip\""), "not a VidWiz archive");
    assertRefused(replaced("\"version\":1,", "\"version\":2,"), "version 2 of the format");
    assertRefused(replaced("\"schema\":", "\"schema\":9"), "of the tables");
    assertRefused(replaced("\"schema\":", "\"scheme\":"), "version of its tables");
    assertRefused(replaced("\"created_at\":\"2026", "\"created_at\":\"2025"), "damaged");
    assertRefused(
        replaced("\"created_at\":\"2026-", "\"created_at\":\"now-"), "when it was created");
    assertRefused(replaced("\"last_id\":9", "\"last_id\":8"), "damaged");
    assertRefused(replaced("\"table\":\"notes\"", "\"table\":\"nodes\""), "unknown table nodes");
    assertRefused(
        replaced("\"table\":\"quotas\",\"columns\"", "\"table\":\"outbox\",\"columns\""),
        "outbox.subject");
    assertRefused(replaced("\"google_id\"", "\"apple_id\""), "unknown column users.apple_id");
    assertRefused(replaced("\"google_id\"", "\"email\""), "twice: users.email");
    assertRefused(
        replaced("[\"subject\",\"day\"", "[\"subject\""), "lacks the key of the table quotas");
    assertRefused(replaced("scrypt:1:2:3", "scrypt:1:2:4"), "damaged");
    assertRefused(replaced("10:20:30.123456Z", "10:20:30.123457Z"), "damaged");
    assertRefused(
        replaced("\"table\":\"notes\",\"rows\":3", "\"table\":\"notes\",\"rows\":4"), "damaged");
    assertRefused(replaced("\"}],\"sha256\":\"", "\"}],\"sha256\":\"0"), "damaged");
  }

  @Test
  void rows_that_do_not_match_the_columns() {
    for (String row :
        List.of(
            "[1]",
            "[]",
            "[1,2,null,null]",
            "[\"1\",\"a\",null,null]",
            "[1,\"a\",null,null,null]",
            "[1.5,\"a\",null,null]",
            "[9223372036854775808,\"a\",null,null]",
            "[1,\"a\",\"\",null]",
            "[1,\"a\",null,\"2020-01-01 00:00\"]",
            "[1,\"a\",null,null",
            "[1,\"a\",null,null] 1")) {
      assertRefused(TestArchive.sealed(HEADER, USERS, row), "");
    }
  }

  @Test
  void rows_that_violate_a_rule_of_the_domain_are_reported_with_their_line() {
    String videos =
        "{\"table\":\"videos\",\"columns\":[\"id\",\"video_id\",\"video_metadata\",\"created_at\"]}";
    String time = "\"2020-01-01T00:00:00.000000Z\"";
    for (String row :
        List.of(
            "[0,\"dQw4w9WgXcQ\",null," + time + "]",
            "[-1,\"dQw4w9WgXcQ\",null," + time + "]",
            "[" + "1".repeat(1_000_000) + ",\"dQw4w9WgXcQ\",null," + time + "]",
            "[1,\"dQw4w9WgXc\",null," + time + "]",
            "[1,null,null," + time + "]",
            "[1,\"dQw4w9WgXcQ\",null,null]",
            "[1,\"dQw4w9WgXcQ\",null,\"+99999-01-01T00:00:00Z\"]",
            "[1,\"dQw4w9WgXcQ\",\"{\"," + time + "]",
            "[1,\"dQw4w9WgXcQ\",\"{} {}\"," + time + "]",
            "[1,\"dQw4w9WgXcQ\",\"[" + "7".repeat(1_000_000) + "]\"," + time + "]",
            "[1,\"dQw4w9WgXcQ\",\"" + "[".repeat(100_000) + "\"," + time + "]")) {
      assertRefused(TestArchive.sealed(HEADER, USERS, USER, videos, row), "line 5: ");
    }
    assertRefused(TestArchive.sealed(HEADER, USERS, USER.replace("@", "")), "line 3: ");
  }

  @Test
  void files_that_are_not_archives() {
    assertRefused(new TestArchive(new byte[0]), "not a VidWiz archive");
    assertRefused(new TestArchive("CREATE TABLE users".getBytes(UTF_8)), "not a VidWiz archive");
    assertRefused(TestArchive.compressed(""), "not a VidWiz archive");
    assertRefused(TestArchive.compressed("CREATE TABLE users\n"), "not a VidWiz archive");
    assertRefused(TestArchive.compressed("{}\n"), "not a VidWiz archive");
    assertRefused(TestArchive.compressed("[1]\n"), "not a VidWiz archive");
    assertRefused(TestArchive.compressed("{\"format\":\"vidwiz-archive\""), "its end is missing");
  }

  @Test
  void rows_that_the_database_refuses_are_reported_with_their_table_only() {
    TestArchive twice = TestArchive.sealed(HEADER, USERS, USER, USER);

    assertThatExceptionOfType(BadArchiveException.class)
        .isThrownBy(() -> twice.restore(target.settings()))
        .withMessageContaining("users up to line 5")
        .satisfies(
            failure -> {
              for (Throwable each = failure; each != null; each = each.getCause()) {
                assertThat(each.toString()).doesNotContain("secret@b.c");
              }
            });
    assertUntouched();
  }

  @Test
  void rows_that_the_database_stores_differently() {
    String other = USER.replace("null", "\"{\\\"b\\\": 1, \\\"a\\\": 2}\"");

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> TestArchive.sealed(HEADER, USERS, other).restore(target.settings()))
        .withMessageContaining("users differs from the archive");
    assertUntouched();
  }

  @Test
  void archives_for_a_database_that_is_not_empty() {
    TestArchive small = TestArchive.sealed(HEADER, USERS, USER);
    try (EmptyDatabase own = TestArchive.emptyWithTables(kind, folder, "own.db")) {
      assertThat(small.restore(own.settings())).isEqualTo(1);

      assertThatExceptionOfType(NotEmptyException.class)
          .isThrownBy(() -> archive.restore(own.settings()))
          .withMessageContaining("users");

      try (DatabaseSession database = DatabaseSession.open(own.settings())) {
        assertThat(database.count(Tables.USERS)).isEqualTo(1);
        assertThat(database.isEmpty(Tables.VIDEOS)).isTrue();
      }
    }
  }

  @Test
  void the_second_of_two_concurrent_restores() throws InterruptedException {
    try (EmptyDatabase own = TestArchive.emptyWithTables(kind, folder, "own.db")) {
      List<Boolean> restored =
          Race.run(
              2,
              runner -> {
                try {
                  return archive.restore(own.settings()) > 0;
                } catch (NotEmptyException e) {
                  return false;
                }
              });

      assertThat(restored).containsExactlyInAnyOrder(true, false);
    }
  }

  private void assertRefused(TestArchive bad, String says) {
    assertThatExceptionOfType(BadArchiveException.class)
        .isThrownBy(bad::check)
        .withMessageContaining(says);
    assertThatThrownBy(() -> bad.restore(target.settings()))
        .isInstanceOfAny(BadArchiveException.class, StorageException.class);
    assertUntouched();
  }

  private void assertUntouched() {
    try (DatabaseSession database = DatabaseSession.open(target.settings())) {
      assertThat(Tables.ALL)
          .allSatisfy(
              table -> {
                assertThat(database.isEmpty(table)).isTrue();
                if (table.isNumbered()) {
                  assertThat(database.lastId(table)).isZero();
                }
              });
    }
  }

  private int lineBeginning(String start) {
    List<String> lines = archive.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        return i;
      }
    }
    throw new AssertionError(start);
  }

  private TestArchive changed(UnaryOperator<List<String>> change) {
    return TestArchive.ofLines(change.apply(new ArrayList<>(archive.lines())));
  }

  private TestArchive edited(Consumer<List<String>> edit) {
    return changed(
        lines -> {
          edit.accept(lines);
          return lines;
        });
  }

  private TestArchive replaced(String target, String replacement) {
    String text = String.join("\n", archive.lines()) + "\n";
    assertThat(text).contains(target);
    return TestArchive.compressed(
        text.replaceFirst(Pattern.quote(target), Matcher.quoteReplacement(replacement)));
  }
}
