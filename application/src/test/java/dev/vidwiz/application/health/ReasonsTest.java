package dev.vidwiz.application.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsTest {

  private static final Duration LIMIT = Duration.ofMillis(100);

  static Stream<Arguments> problems() {
    return Stream.of(
        arguments(new ConnectException("Connection refused"), "Connection refused"),
        arguments(new ConnectException("Connection timed out"), "No answer in time"),
        arguments(new ConnectException("Network is unreachable"), "The host cannot be reached"),
        arguments(
            causing(new ConnectException(), new NoRouteToHostException()), "No route to the host"),
        arguments(
            causing(new ConnectException("bad"), new SocketException("bad")),
            "The host cannot be reached"),
        arguments(new NoRouteToHostException(), "No route to the host"),
        arguments(new UnknownHostException("db.internal"), "The name of the host is unknown"),
        arguments(new SocketTimeoutException("Read timed out"), "No answer in time"),
        arguments(new HttpTimeoutException("late"), "No answer in time"),
        arguments(
            causing(new HttpConnectTimeoutException("late"), new ConnectException("late")),
            "No answer in time"),
        arguments(new TimeoutException(), "No answer in time"),
        arguments(new SSLHandshakeException("no path"), "No secure connection"),
        arguments(new DownException("The key is refused", null), "The key is refused"),
        arguments(new IllegalStateException("password is 1234"), "It failed; the log says why"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void the_first_known_cause_is_the_reason(Throwable problem, String reason) {
    assertThat(Reasons.of(problem)).isEqualTo(reason);
    assertThat(Reasons.of(new IllegalStateException("wrapped", problem))).isEqualTo(reason);
  }

  @Test
  void the_http_client_is_refused() throws Exception {
    URI closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    assertThat(Reasons.of(failure(HttpRequest.newBuilder(closed)))).isEqualTo("Connection refused");
  }

  @Test
  void the_http_client_does_not_find_the_host() throws Exception {
    URI nowhere = URI.create("http://host.invalid");

    assertThat(Reasons.of(failure(HttpRequest.newBuilder(nowhere))))
        .isEqualTo("The name of the host is unknown");
  }

  @Test
  void the_http_client_waits_in_vain() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort());

      assertThat(Reasons.of(failure(HttpRequest.newBuilder(uri).timeout(LIMIT))))
          .isEqualTo("No answer in time");
    }
  }

  private static IOException failure(HttpRequest.Builder request) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(request.build(), BodyHandlers.discarding());
      throw new AssertionError("there is an answer");
    } catch (IOException e) {
      return e;
    }
  }

  private static Throwable causing(Throwable effect, Throwable cause) {
    return effect.initCause(cause);
  }
}
