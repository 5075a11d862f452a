package dev.vidwiz.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads of a server that takes its time. */
final class WatchedSocketsTest {

  private static final WatchedSockets IMPATIENT = new WatchedSockets("20");

  private ServerSocket server;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void a_read_without_data_times_out() throws IOException {
    assertWatched(connect());
  }

  @Test
  void a_socket_created_with_an_address_is_watched_too() throws IOException {
    InetAddress host = server.getInetAddress();
    int port = server.getLocalPort();
    assertWatched(IMPATIENT.createSocket(host, port));
    assertWatched(IMPATIENT.createSocket(host, port, host, 0));
    assertWatched(IMPATIENT.createSocket(host.getHostAddress(), port));
    assertWatched(IMPATIENT.createSocket(host.getHostAddress(), port, host, 0));
  }

  @Test
  void a_missing_server_is_an_error() throws IOException {
    int port = server.getLocalPort();
    server.close();

    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> IMPATIENT.createSocket(server.getInetAddress(), port));
  }

  @Test
  void an_idle_connection_stays_open() throws IOException {
    try (Socket client = connect();
        Socket peer = server.accept()) {
      letAnotherTimeOut();

      peer.getOutputStream().write(new byte[] {42, -1});
      assertThat(client.getInputStream().read()).isEqualTo(42);
      assertThat(client.getInputStream().read()).isEqualTo(255);
    }
  }

  @Test
  void a_socket_timeout_takes_precedence() throws IOException {
    try (Socket client = connect();
        Socket peer = server.accept()) {
      client.setSoTimeout(60_000);
      CompletableFuture<Integer> read =
          CompletableFuture.supplyAsync(() -> readByte(client), Thread.ofVirtual()::start);
      letAnotherTimeOut();
      letAnotherTimeOut();

      peer.getOutputStream().write(42);
      assertThat(read).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(42);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = IMPATIENT.createSocket();
    socket.connect(server.getLocalSocketAddress(), 5_000);
    return socket;
  }

  /** Takes longer than the timeout. */
  private void letAnotherTimeOut() throws IOException {
    assertWatched(connect());
  }

  private void assertWatched(Socket client) throws IOException {
    try (client;
        Socket silent = server.accept()) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> client.getInputStream().read())
          .withMessage("no data for 20 ms");
      assertThat(silent.getInputStream().read()).as("the connection is closed").isEqualTo(-1);
    }
  }

  private static int readByte(Socket socket) {
    try {
      return socket.getInputStream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
