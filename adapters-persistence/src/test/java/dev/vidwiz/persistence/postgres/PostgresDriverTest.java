package dev.vidwiz.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/** What this package leans on, and what a new version of the driver or server may change. */
@Timeout(120)
final class PostgresDriverTest {

  private static final Instant NINES = Instant.parse("2026-11-28T09:08:07.654321999Z");

  private static TestDatabase database;

  @BeforeAll
  static void create() {
    database = TestPostgres.createDatabase();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void the_driver_knows_every_property_that_it_is_given() {
    Properties given = PostgresProperties.ofPool(database.settings(false));
    given.putAll(PostgresProperties.of(database.settings(false)));

    assertThat(Arrays.stream(PGProperty.values()).map(PGProperty::getName))
        .containsAll(given.stringPropertyNames());
  }

  @Test
  void a_time_is_truncated_to_microseconds_where_the_driver_would_round_up() {
    try (Handle handle = connect(true)) {
      OffsetDateTime raw = NINES.atOffset(ZoneOffset.UTC);
      String echo = "SELECT CAST(:time AS timestamptz)";

      assertThat(handle.createQuery(echo).bind("time", raw).mapTo(Instant.class).one())
          .isEqualTo(Instant.parse("2026-11-28T09:08:07.654322Z"));
      assertThat(handle.createQuery(echo).bind("time", NINES).mapTo(Instant.class).one())
          .isEqualTo(Instant.parse("2026-11-28T09:08:07.654321Z"));
    }
  }

  @Test
  void one_value_fits_both_types_of_json() {
    try (Handle handle = connect(true)) {
      handle.execute("CREATE TEMP TABLE documents (text json, tree jsonb)");
      JsonText document = new JsonText("{\"b\":1,  \"a\":2}");

      handle
          .createUpdate("INSERT INTO documents VALUES (:document, :document)")
          .bind("document", document)
          .execute();

      assertThat(handle.createQuery("SELECT text FROM documents").mapTo(JsonText.class).one())
          .isEqualTo(document);
      assertThat(handle.createQuery("SELECT tree FROM documents").mapTo(JsonText.class).one())
          .isEqualTo(new JsonText("{\"a\": 2, \"b\": 1}"));
    }
  }

  @Test
  void statements_are_prepared_on_the_server_unless_there_is_a_pooler() {
    assertThat(preparedAfterManyRuns(true)).isPositive();
    assertThat(preparedAfterManyRuns(false)).isZero();
  }

  @Test
  void no_notification_in_time_is_an_empty_array() throws SQLException {
    try (Connection connection = database.connect()) {
      assertThat(connection.unwrap(PGConnection.class).getNotifications(1)).isEmpty();
    }
  }

  @Test
  void an_interrupt_ends_the_wait_for_notifications() throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      PGConnection waiting = connection.unwrap(PGConnection.class);
      statement.execute("LISTEN interrupted");
      CompletableFuture<Object> end = new CompletableFuture<>();
      Thread thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      end.complete(waiting.getNotifications(0));
                    } catch (SQLException e) {
                      end.completeExceptionally(e);
                    }
                  });

      thread.interrupt();

      assertThatThrownBy(() -> end.get(60, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(SQLException.class);
    }
  }

  @Test
  void a_notification_holds_less_than_8000_bytes() {
    try (Handle handle = connect(true)) {
      String notify = "SELECT pg_notify('lengths', repeat('x', %d))";

      assertThat(handle.createQuery(notify.formatted(7_999)).mapToMap().list()).hasSize(1);
      assertThatThrownBy(() -> handle.createQuery(notify.formatted(8_000)).mapToMap().list())
          .hasStackTraceContaining("payload string too long");
    }
  }

  private static long preparedAfterManyRuns(boolean listen) {
    try (Handle handle = connect(listen)) {
      for (int i = 0; i < 20; i++) {
        handle.createQuery("SELECT CAST(:i AS integer)").bind("i", i).mapTo(Integer.class).one();
      }
      return handle
          .createQuery("SELECT count(*) FROM pg_prepared_statements")
          .mapTo(Long.class)
          .one();
    }
  }

  private static Handle connect(boolean listen) {
    DatabaseSettings.Postgres settings = database.settings(listen);
    return PostgresDedicatedConnection.open(settings, Duration.ZERO);
  }
}
