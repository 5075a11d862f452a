package dev.vidwiz.transfer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only PostgreSQL can have beside the tables that are imported. */
final class LeftBehindOnPostgresTest {

  @TempDir Path folder;

  private OldServer old;
  private NewServer here;

  @BeforeEach
  void create() {
    old = OldServer.create(OldServer.Kind.POSTGRESQL, folder);
    old.execute(OldRows.ALL);
    here = NewServer.create(NewServer.Kind.SQLITE, folder);
  }

  @AfterEach
  void close() {
    here.close();
    old.close();
  }

  @Test
  void no_function_is_called_that_computes_a_default() {
    old.execute(
        "CREATE SEQUENCE numbers",
        "ALTER TABLE notes ADD COLUMN number INTEGER DEFAULT nextval('numbers')");

    assertThat(here.importFrom(old).left()).containsExactly("notes.number 5");
  }

  @Test
  void values_that_the_database_computes_from_others_are_not_lost() {
    old.execute("ALTER TABLE notes ADD COLUMN twice INTEGER GENERATED ALWAYS AS (id * 2) STORED");

    assertThat(here.importFrom(old).left()).isEmpty();
  }

  @Test
  void partitions_count_as_one_table_and_views_as_none() {
    old.execute(
        "CREATE TABLE visits (day INTEGER) PARTITION BY RANGE (day)",
        "CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (10)",
        "CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (10) TO (20)",
        "INSERT INTO visits VALUES (1), (2), (11)",
        "CREATE VIEW seen AS SELECT * FROM visits");

    assertThat(here.importFrom(old).left()).containsExactly("visits 3");
  }

  @Test
  void a_table_that_cannot_be_counted_keeps_no_other_from_being_counted() {
    old.execute(
        "ALTER TABLE notes ADD COLUMN odd INTEGER",
        "ALTER TABLE notes ALTER COLUMN odd SET DEFAULT ('x'::text)::integer",
        "UPDATE notes SET odd = 1",
        "CREATE TABLE visits (day INTEGER)",
        "INSERT INTO visits VALUES (1)");

    assertThat(here.importFrom(old).left()).containsExactly("notes.odd null", "visits 1");
  }
}
