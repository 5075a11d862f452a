package dev.vidwiz.persistence.postgres;

import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A pgbouncer before a database: the program of the Debian package, with few connections to the
 * server for all its clients.
 *
 * @see <a href="https://www.pgbouncer.org/config.html">Configuration</a>
 */
final class TestPgBouncer implements AutoCloseable {

  static final String PROGRAM = "/usr/sbin/pgbouncer";

  /** When a client gives its connection to the server back. */
  enum Mode {
    TRANSACTION,
    SESSION
  }

  private static final long START_SECONDS = 30;

  private final TestDatabase database;
  private final Process process;
  private final int port;

  private TestPgBouncer(TestDatabase database, Process process, int port) {
    this.database = database;
    this.process = process;
    this.port = port;
  }

  /** Starts one that opens at most {@code connections} to the server. */
  static TestPgBouncer start(Path folder, TestDatabase database, Mode mode, int connections) {
    try {
      int port = freePort();
      DatabaseSettings.Postgres server = database.settings(false);
      Path configuration = folder.resolve("pgbouncer.ini");
      Files.writeString(
          configuration,
          """
          [databases]
          * = host=%s port=%d user=%s password=%s
          [pgbouncer]
          listen_addr = 127.0.0.1
          listen_port = %d
          unix_socket_dir =
          auth_type = any
          pool_mode = %s
          default_pool_size = %d
          ignore_startup_parameters = extra_float_digits
          """
              .formatted(
                  database.host(),
                  database.port(),
                  server.user(),
                  server.password(),
                  port,
                  mode.name().toLowerCase(Locale.ROOT),
                  connections));
      // pgbouncer does not run as root.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(configuration, PosixFilePermissions.fromString("rw-r--r--"));
      List<String> command = new ArrayList<>(List.of(PROGRAM));
      if (System.getProperty("user.name").equals("root")) {
        command.addAll(List.of("-u", "nobody"));
      }
      command.add(configuration.toString());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("pgbouncer.log").toFile())
              .start();
      TestPgBouncer started = new TestPgBouncer(database, process, port);
      started.awaitPort(folder);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how to open the database through it. */
  DatabaseSettings.Postgres settings(boolean listen) {
    return database.settings("127.0.0.1", port, listen);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private void awaitPort(Path folder) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          close();
          throw new IllegalStateException(
              "pgbouncer: " + Files.readString(folder.resolve("pgbouncer.log")), e);
        }
        Thread.onSpinWait();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
