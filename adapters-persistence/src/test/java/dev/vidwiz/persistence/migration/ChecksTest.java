package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.health.DegradedException;
import dev.vidwiz.application.health.DownException;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a storage tells of itself. */
final class ChecksTest {

  private static final String FORGET_THE_NEWEST =
      "DELETE FROM vidwiz_schema_history WHERE version = '" + Migrations.NEWEST + "'";

  @Test
  void a_sqlite_file_with_older_tables_is_reported(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("vidwiz.db");
    try (Storage storage = JdbiStorage.open(new DatabaseSettings.Sqlite(file));
        Connection past = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      assertTold(storage, past);
    }
  }

  @Test
  void a_postgresql_database_with_older_tables_is_reported() throws SQLException {
    try (TestDatabase database = TestPostgres.createDatabase();
        Storage storage = JdbiStorage.open(database.settings(false));
        Connection past = database.connect()) {
      assertTold(storage, past);
    }
  }

  @Test
  void a_sqlite_file_that_takes_no_writes_is_reported_until_it_does(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("vidwiz.db");
    try (Storage storage = JdbiStorage.open(new DatabaseSettings.Sqlite(file));
        Connection operator = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      assertWritesAreWatched(
          storage,
          operator,
          "CREATE TRIGGER full_disk BEFORE INSERT ON quotas BEGIN SELECT RAISE(ABORT, 'full'); END",
          "DROP TRIGGER full_disk");
    }
  }

  @Test
  void a_postgresql_database_that_takes_no_writes_is_reported_until_it_does() throws Exception {
    try (TestDatabase database = TestPostgres.createDatabase();
        Storage storage = JdbiStorage.open(database.settings(false));
        Connection operator = database.connect()) {
      assertWritesAreWatched(
          storage,
          operator,
          """
          CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$;
          CREATE TRIGGER full_disk BEFORE INSERT ON quotas FOR EACH ROW EXECUTE FUNCTION fail()
          """,
          "DROP TRIGGER full_disk ON quotas");
    }
  }

  private static void assertWritesAreWatched(
      Storage storage, Connection operator, String breaking, String mending) throws Exception {
    operator.createStatement().execute(breaking);
    look(storage, Part.DATABASE);
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> storage.quotas().spendIfLeft("user:1", LocalDate.of(2026, 1, 1), 5));
    assertThat(storage.notes().deleteOwn(1, 1)).isFalse();
    assertThat(storage.transactions().inTransaction(() -> storage.notes().find(1))).isEmpty();
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(DegradedException.class)
          .isThrownBy(() -> look(storage, Part.DATABASE));
    }
    operator.createStatement().execute(mending);
    look(storage, Part.DATABASE);
  }

  @Test
  void a_closed_storage_is_reported(@TempDir Path folder) {
    Storage storage = JdbiStorage.open(new DatabaseSettings.Sqlite(folder.resolve("vidwiz.db")));
    storage.close();
    assertIsNotThere(storage, Part.DATABASE);
  }

  private static void assertTold(Storage storage, Connection past) throws SQLException {
    assertThatCode(() -> look(storage, Part.DATABASE)).doesNotThrowAnyException();
    assertThatCode(() -> look(storage, Part.MIGRATIONS)).doesNotThrowAnyException();
    past.createStatement().execute(FORGET_THE_NEWEST);
    assertThatCode(() -> look(storage, Part.DATABASE)).doesNotThrowAnyException();
    assertThatExceptionOfType(DownException.class)
        .isThrownBy(() -> look(storage, Part.MIGRATIONS))
        .withMessage("The tables are older than the program");
    past.createStatement().execute("DROP TABLE vidwiz_schema_history");
    assertIsNotThere(storage, Part.MIGRATIONS);
  }

  private static void assertIsNotThere(Storage storage, Part part) {
    assertThatException().isThrownBy(() -> look(storage, part));
  }

  private static void look(Storage storage, Part part) throws Exception {
    Objects.requireNonNull(storage.checks().get(part)).look();
  }
}
