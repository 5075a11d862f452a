package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.user.GoogleIdentities;
import dev.vidwiz.application.user.GoogleIdentity;
import dev.vidwiz.http.RawClient.RawAnswer;
import dev.vidwiz.http.jetty.ReceiveLimits;
import dev.vidwiz.http.jetty.ServerSettings;
import dev.vidwiz.http.request.BodiesInFlight;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that are held open, beyond what their address or all together may take. */
class BodiesInFlightTest {

  private static final int MAX = 14_000;
  private static final int MAX_OF_ADDRESS = 7_000;

  private final CountDownLatch googleAsked = new CountDownLatch(1);
  private final CountDownLatch googleMayAnswer = new CountDownLatch(1);
  private final BodiesInFlight bodies = new BodiesInFlight(MAX, MAX_OF_ADDRESS);
  private final TestServer server = start(bodies, this::answerOfGoogle);

  @AfterEach
  void stop() {
    googleMayAnswer.countDown();
    server.close();
  }

  @Test
  void an_address_that_holds_too_much_is_told_to_come_again() throws IOException {
    try (RawClient held = hold("192.0.2.1", MAX_OF_ADDRESS)) {
      RawAnswer refused = sendChunked("192.0.2.1");
      assertThat(refused.body()).contains("\"SERVICE_UNAVAILABLE\"");
      assertThat(refused.headers()).containsKey("retry-after").containsEntry("connection", "close");

      assertThat(sendChunked("192.0.2.2").status()).isEqualTo(422);
      assertThat(held.send(" ").read().status()).isEqualTo(503);
    }
    Await.until(() -> sendChunked("192.0.2.1").status() == 422);
  }

  @Test
  void what_comes_in_one_piece_is_not_in_the_way_of_anybody() throws IOException {
    try (RawClient _ = hold("192.0.2.1", MAX_OF_ADDRESS)) {
      assertThat(send("192.0.2.1", "{}").status()).isEqualTo(422);
    }
  }

  @Test
  void a_network_of_64_bits_is_one_address() throws IOException {
    try (RawClient _ = hold("2001:db8:1:2::1", MAX_OF_ADDRESS)) {
      assertThat(sendChunked("2001:db8:1:2:ffff:ffff:ffff:ffff").status()).isEqualTo(503);
      assertThat(sendChunked("2001:db8:1:3::1").status()).isEqualTo(422);
    }
  }

  @Test
  void all_together_hold_no_more_than_the_server_can() throws IOException {
    try (RawClient _ = hold("192.0.2.1", MAX_OF_ADDRESS);
        RawClient _ = hold("192.0.2.2", MAX_OF_ADDRESS)) {
      assertThat(sendChunked("192.0.2.3").status()).isEqualTo(503);
    }
    Await.until(() -> sendChunked("192.0.2.3").status() == 422);
  }

  @Test
  void what_is_thrown_away_counts_for_nothing() throws IOException {
    String body = "x".repeat(MAX + 1);
    try (RawClient client = new RawClient(server.port())) {
      client.send(request("192.0.2.1", "PATCH /v2/users/me", MAX + 2) + body);
      for (int i = 0; i < 3; i++) {
        assertThat(sendChunked("192.0.2.1").status()).isEqualTo(422);
      }
      assertThat(client.send("x").read().status()).isEqualTo(401);
    }
  }

  @Test
  void a_body_that_has_been_answered_counts_for_nothing() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      for (int i = 0; i < 5; i++) {
        String body = " ".repeat(MAX_OF_ADDRESS - 2) + "{}";
        client.send(request("192.0.2.1", "POST /v2/auth/login", MAX_OF_ADDRESS) + body);
        assertThat(client.read().status()).isEqualTo(422);
      }
    }
  }

  @Test
  void a_body_that_has_been_parsed_is_not_counted_while_its_request_goes_on() throws Exception {
    String credential = "{\"credential\": \"x\"}";
    String body = " ".repeat(MAX_OF_ADDRESS + 1 - credential.length()) + credential;
    try (RawClient slow = new RawClient(server.port())) {
      slow.send(request("192.0.2.1", "POST /v2/auth/google", body.length()) + body);
      googleAsked.await();

      assertThat(sendChunked("192.0.2.1").status()).isEqualTo(422);
      googleMayAnswer.countDown();
      assertThat(slow.read().status()).isEqualTo(401);
    }
  }

  /** Returns when the server has read the bytes. */
  private RawClient hold(String address, int bytes) throws IOException {
    long before = bodies.bytes();
    RawClient held =
        new RawClient(server.port())
            .send(request(address, "POST /v2/auth/login", 100_000) + " ".repeat(bytes));
    Await.until(() -> bodies.bytes() == before + bytes);
    return held;
  }

  private RawAnswer send(String address, String body) {
    try (RawClient client = new RawClient(server.port())) {
      return client.send(request(address, "POST /v2/auth/login", body.length()) + body).read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nobody can tell that this body has come whole before its end has been read. */
  private RawAnswer sendChunked(String address) {
    String request =
        request(address, "POST /v2/auth/login", 0)
            .replace("Content-Length: 0", "Transfer-Encoding: chunked");
    try (RawClient client = new RawClient(server.port())) {
      return client.send(request + "2\r\n{}\r\n0\r\n\r\n").read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String request(String address, String route, int length) {
    return "%s HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: %s\r\nContent-Length: %d\r\n\r\n"
        .formatted(route, address, length);
  }

  private Optional<GoogleIdentity> answerOfGoogle(String credential) {
    googleAsked.countDown();
    try {
      googleMayAnswer.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Optional.empty();
  }

  private static TestServer start(BodiesInFlight bodies, GoogleIdentities google) {
    HttpSettings usual =
        TestServer.settings(TestServer.keys(TestServer.SECRET_KEY, TestServer.ADMIN_TOKEN));
    ReceiveLimits limits =
        new ReceiveLimits(Duration.ofMinutes(1), Duration.ofMinutes(1), bodies, System::nanoTime);
    return TestServer.start(
        new HttpSettings(
            new ServerSettings(
                "127.0.0.1", 0, Set.of(), InetAddress::isLoopbackAddress, limits, null),
            usual.keys(),
            usual.limits(),
            usual.zone(),
            true),
        google);
  }
}
