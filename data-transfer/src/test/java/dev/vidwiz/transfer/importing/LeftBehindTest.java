package dev.vidwiz.transfer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An import tells which values of the old database have no place here. */
@ParameterizedClass
@EnumSource(OldServer.Kind.class)
final class LeftBehindTest {

  @TempDir Path folder;

  @Parameter OldServer.Kind kind;

  private OldServer old;
  private NewServer here;

  @BeforeEach
  void create() {
    old = OldServer.create(kind, folder);
    old.execute(OldRows.ALL);
    here = NewServer.create(NewServer.Kind.SQLITE, folder);
  }

  @AfterEach
  void close() {
    here.close();
    old.close();
  }

  @Test
  void nothing_is_left_of_the_columns_that_are_imported() {
    assertThat(here.importFrom(old).left()).isEmpty();
  }

  @Test
  void a_dry_run_tells_the_same() {
    old.execute("ALTER TABLE notes ADD COLUMN color VARCHAR", "UPDATE notes SET color = 'red'");

    assertThat(here.dryRunFrom(old).left()).containsExactly("notes.color 5");
  }

  @Test
  void values_count_that_are_neither_null_nor_the_default() {
    old.execute(
        "ALTER TABLE users ADD COLUMN credits_balance INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE users ADD COLUMN plan VARCHAR(20) DEFAULT 'it''s (free)'",
        "ALTER TABLE users ADD COLUMN price NUMERIC(10, 2) DEFAULT 0",
        "ALTER TABLE users ADD COLUMN trial BOOLEAN DEFAULT FALSE",
        "ALTER TABLE users ADD COLUMN address VARCHAR",
        "ALTER TABLE users ADD COLUMN preferences JSON DEFAULT '{}'",
        "ALTER TABLE users ADD COLUMN history JSON",
        "UPDATE users SET credits_balance = 5 WHERE id IN (1, 2)",
        "UPDATE users SET plan = NULL, price = NULL, trial = NULL WHERE id = 1",
        "UPDATE users SET address = '' WHERE id = 3",
        "UPDATE users SET history = 'null'",
        "UPDATE users SET history = '[1]' WHERE id IN (1, 2, 4)");

    assertThat(here.importFrom(old).left())
        .containsExactly("users.credits_balance 2", "users.address 1", "users.history 3");
  }

  @Test
  void the_columns_of_this_program_are_no_place_for_values_of_another() {
    old.execute(
        "ALTER TABLE videos ADD COLUMN transcript_error VARCHAR",
        "UPDATE videos SET transcript_error = 'x' WHERE id = 2");

    assertThat(here.importFrom(old).left()).containsExactly("videos.transcript_error 1");
  }

  @Test
  void tables_count_by_their_rows_whatever_their_names() {
    for (int i = 0; i < 300; i++) {
      old.execute("CREATE TABLE host_%d (id INTEGER)".formatted(i));
    }
    old.execute(
        "CREATE TABLE credits_ledger (id INTEGER PRIMARY KEY, delta INTEGER)",
        "INSERT INTO credits_ledger VALUES (1, 5), (2, -1)",
        "CREATE TABLE \"Odd \"\"name\"\" <x> :y ?\" (\"select\" INTEGER)",
        "INSERT INTO \"Odd \"\"name\"\" <x> :y ?\" VALUES (NULL)");

    assertThat(here.importFrom(old).left())
        .containsExactlyInAnyOrder("credits_ledger 2", "Odd \"name\" <x> :y ? 1");
  }
}
