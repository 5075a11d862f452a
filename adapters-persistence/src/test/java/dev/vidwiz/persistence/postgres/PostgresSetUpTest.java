package dev.vidwiz.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.UnsuitableDatabaseException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases whose operator has set them up in another way than PostgreSQL does. */
final class PostgresSetUpTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void every_statement_is_read_committed_whatever_the_default(boolean listen) throws SQLException {
    try (TestDatabase database = TestPostgres.createDatabase()) {
      database.execute(
          "ALTER DATABASE %s SET default_transaction_isolation = 'serializable'"
              .formatted(name(database)));
      try (PostgresConnections connections = new PostgresConnections(database.settings(listen))) {
        assertThat(connections.read(PostgresSetUpTest::isolation)).isEqualTo("read committed");
        assertThat(connections.write(PostgresSetUpTest::isolation)).isEqualTo("read committed");
        assertThat(connections.inTransaction(PostgresSetUpTest::isolation))
            .isEqualTo("read committed");
        try (Connection connection = connections.pool().getConnection()) {
          connection.setAutoCommit(false);
          assertThat(isolationOf(connection)).isEqualTo("read committed");
          connection.rollback();
        }
        try (Handle bulk =
            PostgresDedicatedConnection.open(database.settings(listen), Duration.ZERO)) {
          assertThat(bulk.inTransaction(PostgresSetUpTest::isolation)).isEqualTo("read committed");
        }
      }
    }
  }

  @Test
  void single_statements_that_lost_against_another_are_run_again() {
    try (TestDatabase database = TestPostgres.createDatabase();
        PostgresConnections connections = new PostgresConnections(database.settings(false))) {
      JdbiTransactions transactions = new JdbiTransactions(connections);
      AtomicInteger runs = new AtomicInteger();

      for (String state : new String[] {"40001", "40P01"}) {
        runs.set(0);
        assertThat(transactions.<Integer>read(handle -> losingOnce(handle, state, runs)))
            .isEqualTo(2);
        runs.set(0);
        assertThat(transactions.<Integer>write(handle -> losingOnce(handle, state, runs)))
            .isEqualTo(2);
      }
      assertThat(transactions.lastWriteFailed()).isFalse();
      runs.set(0);
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(() -> transactions.write(handle -> losingOnce(handle, "23505", runs)));
      assertThat(runs).hasValue(1);
      assertThat(transactions.lastWriteFailed()).isTrue();
    }
  }

  @Test
  void another_encoding_is_refused_by_its_name() {
    try (TestDatabase database = TestPostgres.createDatabase()) {
      String other = name(database) + "_latin1";
      database.execute(
          "CREATE DATABASE %s ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
              .formatted(other));
      DatabaseSettings.Postgres utf8 = database.settings(true);
      DatabaseSettings.Postgres latin1 =
          new DatabaseSettings.Postgres(
              utf8.jdbcUrl().replace(name(database), other), utf8.user(), utf8.password(), 2, true);
      try {
        assertThatExceptionOfType(UnsuitableDatabaseException.class)
            .isThrownBy(() -> JdbiStorage.open(latin1))
            .withMessageContaining("LATIN1");
      } finally {
        database.execute("DROP DATABASE " + other + " WITH (FORCE)");
      }
    }
  }

  private static int losingOnce(Handle handle, String state, AtomicInteger runs) {
    if (runs.incrementAndGet() == 1) {
      handle.execute(
          "DO $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = '" + state + "'; END $$");
    }
    return runs.get();
  }

  private static String isolation(Handle handle) {
    return handle.createQuery("SHOW transaction_isolation").mapTo(String.class).one();
  }

  private static String isolationOf(Connection connection) throws SQLException {
    try (ResultSet rows = connection.createStatement().executeQuery("SHOW transaction_isolation")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String name(TestDatabase database) {
    String url = database.settings(false).jdbcUrl();
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
