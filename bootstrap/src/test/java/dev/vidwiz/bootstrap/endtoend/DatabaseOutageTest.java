package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.database.CuttableProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several kinds of outages of PostgreSQL while a server runs. */
class DatabaseOutageTest {

  private static final String TERMINATE =
      """
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()\
      """;

  /** The newest connection that listens, whose last statement is its LISTEN. */
  private static final String LISTENER =
      """
      SELECT coalesce(max(pid), 0) FROM pg_stat_activity
      WHERE datname = current_database() AND query = 'LISTEN vidwiz_signals'\
      """;

  @TempDir Path folder;

  private final TestDatabase database = TestPostgres.createDatabase();
  private CuttableProxy network;
  private Server server;
  private Api user;

  @BeforeEach
  void start() throws IOException {
    network = new CuttableProxy(database.host(), database.port());
    server = Server.start(folder, Map.of("DB_URL", database.url("127.0.0.1", network.port())));
    user = server.api().newUser();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    network.close();
    database.close();
  }

  @Test
  void the_server_is_not_ready_during_an_outage_and_works_again_afterwards() {
    awaitReady(200);
    network.cut();
    awaitReady(503);
    assertThat(user.get("/v2/users/me").status()).isEqualTo(503);
    assertThat(server.api().get("/health").status()).isEqualTo(200);

    network.restore();
    awaitReady(200);
    assertThat(user.note(OnBothDatabases.newVideoId(), "note").status()).isEqualTo(201);
  }

  @Test
  void the_server_is_not_ready_when_its_database_does_not_answer() {
    awaitReady(200);
    network.freeze();
    awaitReady(503);
    network.restore();
    awaitReady(200);
  }

  @Test
  void connections_that_the_database_closes_are_replaced_and_signals_arrive_again()
      throws Exception {
    long before = query(LISTENER);
    assertThat(query(TERMINATE)).isPositive();
    await(() -> query(LISTENER) != 0 && query(LISTENER) != before);
    awaitReady(200);

    try (HeldRequest worker = server.admin().hold("/v2/internal/tasks?type=metadata&timeout=60")) {
      String video = OnBothDatabases.newVideoId();
      await(() -> user.note(video, "note").status() == 201);
      assertThat(worker.status().get(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS)).isEqualTo(200);
      assertThat(worker.next()).contains(video);
    }
  }

  @Test
  void the_server_stops_in_time_while_its_database_hangs() {
    awaitReady(200);
    network.freeze();
    try (HeldRequest stuck = user.hold("/v2/users/me")) {
      server.program().terminate();
      server.program().terminate();
      assertThat(server.program().exitStatus(Server.STOP_SECONDS)).isZero();
      assertThat(stuck.status()).isNotNull();
    }
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  private void awaitReady(int status) {
    await(() -> server.api().get("/ready").status() == status);
  }

  private static void await(Condition condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.TIMEOUT_SECONDS);
    try {
      while (!condition.holds()) {
        assertThat(System.nanoTime()).as("it never happened").isLessThan(end);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private long query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
