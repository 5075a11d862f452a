package dev.vidwiz.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Supplier;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Where the test server is, and who may create databases in it. */
record PostgresServer(String host, int port, String database, String user, String password) {

  /** Starts the server when it is first needed; it ends with the JVM. */
  static final Supplier<PostgresServer> RUNNING = () -> Holder.SERVER;

  private static final int MAX_CONNECTIONS = 300;

  String jdbcUrl(String name) {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
  }

  /** Reads an address as DB_URL has it. */
  static PostgresServer parse(String url) {
    URI uri = URI.create(url.replaceFirst("^jdbc:", ""));
    String credentials = uri.getUserInfo() == null ? "postgres" : uri.getUserInfo();
    int colon = credentials.indexOf(':');
    return new PostgresServer(
        uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        uri.getPath().substring(1),
        colon < 0 ? credentials : credentials.substring(0, colon),
        colon < 0 ? "" : credentials.substring(colon + 1));
  }

  private static PostgresServer start() {
    String url = System.getenv("TEST_DATABASE_URL");
    if (url != null && !url.isBlank()) {
      return parse(url);
    }
    return Docker.answers() ? container() : embedded();
  }

  @SuppressWarnings("resource") // Testcontainers removes it after the JVM has ended.
  private static PostgresServer container() {
    PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine");
    container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + MAX_CONNECTIONS);
    container.start();
    return new PostgresServer(
        container.getHost(),
        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        container.getDatabaseName(),
        container.getUsername(),
        container.getPassword());
  }

  private static PostgresServer embedded() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", String.valueOf(MAX_CONNECTIONS))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
      return new PostgresServer(
          "127.0.0.1", postgres.getPort(), "postgres", "postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException("no embedded PostgreSQL; TEST_DATABASE_URL can name one", e);
    }
  }

  private static void stop(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final PostgresServer SERVER = start();
  }
}
