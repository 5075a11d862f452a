package dev.vidwiz.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;

/** What this package leans on, and what a new version of the driver or of SQLite may change. */
final class SqliteDriverTest {

  @TempDir Path folder;
  private Path file;
  private Handle handle;

  @BeforeEach
  void open() throws Exception {
    file = Files.createFile(folder.resolve("vidwiz.db"));
    handle = SqliteDedicatedConnection.open(file);
    handle.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE)");
    handle.execute("INSERT INTO things (name) VALUES ('one'), ('two')");
  }

  @AfterEach
  void close() {
    handle.close();
  }

  @Test
  void every_connection_has_the_given_properties() {
    assertThat(pragma("journal_mode")).isEqualTo("wal");
    assertThat(pragma("synchronous")).as("NORMAL").isEqualTo("1");
    assertThat(pragma("busy_timeout")).isEqualTo("5000");
    assertThat(pragma("foreign_keys")).isEqualTo("1");
  }

  @Test
  void a_connection_that_only_reads_refuses_to_write() {
    handle.execute("PRAGMA query_only = ON");

    assertThatThrownBy(() -> handle.execute("DELETE FROM things"))
        .hasStackTraceContaining("SQLITE_READONLY");
  }

  @Test
  void a_failure_has_the_result_code_in_its_lowest_byte() {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class,
            () ->
                handle
                    .getConnection()
                    .createStatement()
                    .execute("INSERT INTO things (name) VALUES ('one')"));

    assertThat(failure.getErrorCode() & 0xff).isEqualTo(SQLiteErrorCode.SQLITE_CONSTRAINT.code);
    assertThat(SqliteConnections.TEMPORARY)
        .containsExactlyInAnyOrder(
            SQLiteErrorCode.SQLITE_BUSY.code,
            SQLiteErrorCode.SQLITE_LOCKED.code,
            SQLiteErrorCode.SQLITE_NOMEM.code,
            SQLiteErrorCode.SQLITE_IOERR.code,
            SQLiteErrorCode.SQLITE_FULL.code,
            SQLiteErrorCode.SQLITE_CANTOPEN.code);
  }

  @Test
  void transactions_can_be_begun_and_ended_in_sql() throws SQLException {
    assertThat(handle.getConnection().getAutoCommit()).isTrue();

    handle.execute("BEGIN IMMEDIATE");
    handle.execute("DELETE FROM things");
    handle.execute("SAVEPOINT own");
    assertThatThrownBy(() -> handle.execute("SELECT * FROM nothing")).isNotNull();
    handle.execute("ROLLBACK TO own");
    handle.execute("RELEASE own");
    handle.execute("ROLLBACK");

    assertThat(names()).containsExactly("one", "two");
    assertThat(handle.getConnection().getAutoCommit()).isTrue();
  }

  @Test
  void the_end_of_a_connection_ends_its_statements() throws SQLException {
    Connection connection = DriverManager.getConnection(SqliteConnections.url(file));
    PreparedStatement statement = connection.prepareStatement("SELECT name FROM things");

    connection.close();

    assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
  }

  @Test
  void analyze_stores_samples_that_can_be_removed() {
    handle.execute("ANALYZE");
    assertThat(tablesOfStatistics()).contains("sqlite_stat4");

    handle.execute("DROP TABLE sqlite_stat4");

    assertThat(tablesOfStatistics()).containsExactly("sqlite_stat1");
  }

  @Test
  void the_functions_of_sqlite_accept_our_times() {
    Instant time = Instant.parse("2026-11-28T09:08:07.654321Z");

    assertThat(
            handle
                .createQuery("SELECT unixepoch(:time)")
                .bind("time", time)
                .mapTo(Long.class)
                .one())
        .isEqualTo(time.getEpochSecond());
  }

  @Test
  void a_backup_of_a_file_in_use_has_its_rows() throws Exception {
    Path target = Files.createFile(folder.resolve("copy.db"));
    handle.execute("BEGIN");

    SqliteBackup.copy(handle, target, pages -> {});

    handle.execute("COMMIT");
    try (Handle copy = SqliteDedicatedConnection.open(target)) {
      assertThat(copy.createQuery("SELECT name FROM things ORDER BY id").mapTo(String.class).list())
          .containsExactly("one", "two");
    }
  }

  private String pragma(String name) {
    return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
  }

  private List<String> names() {
    return handle.createQuery("SELECT name FROM things ORDER BY id").mapTo(String.class).list();
  }

  private List<String> tablesOfStatistics() {
    return handle
        .createQuery("SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'")
        .mapTo(String.class)
        .list();
  }
}
