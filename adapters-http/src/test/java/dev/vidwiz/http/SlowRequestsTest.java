package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.RawClient.RawAnswer;
import dev.vidwiz.http.jetty.ReceiveLimits;
import dev.vidwiz.http.jetty.ServerSettings;
import dev.vidwiz.http.request.BodiesInFlight;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** Requests that take their time, and hold what others need meanwhile. */
class SlowRequestsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong looks = new AtomicLong();

  @Test
  void a_body_that_stops_coming_is_408_and_ends_the_connection() throws IOException {
    try (TestServer server = start(LONG, SHORT, System::nanoTime);
        RawClient client = new RawClient(server.port())) {
      RawAnswer answer = client.send(login(10, "{\"em")).read();

      assertTimedOut(answer);
      assertThat(client.hasEnded()).isTrue();
    }
  }

  @Test
  void so_is_one_that_only_trickles() throws IOException {
    try (TestServer server = start(LONG, LONG, this::nanos);
        RawClient client = new RawClient(server.port())) {
      client.send(login(10, "{\"em"));
      pass(Duration.ofSeconds(31));

      assertTimedOut(client.send("a").read());
      assertThat(client.hasEnded()).isTrue();
    }
  }

  @Test
  void a_head_that_stops_coming_is_408() throws IOException {
    try (TestServer server = start(SHORT, LONG, System::nanoTime);
        RawClient client = new RawClient(server.port())) {
      assertTimedOut(client.send("GET /health HTTP/1.1\r\nHost").read());
      assertThat(client.hasEnded()).isTrue();
    }
  }

  @Test
  void so_is_one_that_only_trickles_also_after_another_request() throws IOException {
    try (TestServer server = start(LONG, LONG, this::nanos);
        RawClient client = new RawClient(server.port())) {
      assertThat(client.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n").read().status())
          .isEqualTo(200);
      nanos.addAndGet(Duration.ofHours(1).toNanos());
      client.send("GET /heal");
      pass(Duration.ofSeconds(31));

      assertTimedOut(client.send("t").read());
    }
  }

  @Test
  void whoever_is_refused_for_something_else_must_finish_in_time_too() throws IOException {
    try (TestServer server = start(LONG, SHORT, System::nanoTime);
        RawClient client = new RawClient(server.port())) {
      RawAnswer answer =
          client
              .send("PATCH /v2/users/me HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{")
              .read();

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers()).containsEntry("connection", "close");
    }
  }

  private static String login(int length, String start) {
    return "POST /v2/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(length, start);
  }

  private static void assertTimedOut(RawAnswer answer) {
    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.body()).contains("\"REQUEST_TIMEOUT\"");
    assertThat(answer.headers()).containsEntry("connection", "close");
    assertThat(answer.headers()).containsKey("x-request-id");
  }

  private long nanos() {
    looks.incrementAndGet();
    return nanos.get();
  }

  /** Waits until the server has looked at the clock for what it has been sent. */
  private void pass(Duration time) {
    long before = looks.getAndSet(0);
    Await.until(() -> before > 0 || looks.get() > 0);
    nanos.addAndGet(time.toNanos());
    looks.set(0);
  }

  private static TestServer start(Duration head, Duration body, LongSupplier nanos) {
    HttpSettings usual =
        TestServer.settings(TestServer.keys(TestServer.SECRET_KEY, TestServer.ADMIN_TOKEN));
    ServerSettings listening =
        new ServerSettings(
            "127.0.0.1",
            0,
            Set.of(),
            InetAddress::isLoopbackAddress,
            new ReceiveLimits(head, body, new BodiesInFlight(0, 0), nanos),
            null);
    return TestServer.start(
        new HttpSettings(listening, usual.keys(), usual.limits(), usual.zone(), true));
  }
}
