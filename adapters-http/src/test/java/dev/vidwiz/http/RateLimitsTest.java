package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.http.RawClient.RawAnswer;
import dev.vidwiz.http.limit.RateGroup;
import dev.vidwiz.http.limit.RateLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {

  private static final String LOGIN = "/v2/auth/login";
  private static final String NOBODY = "{\"email\": \"no@example.com\", \"password\": \"wrong\"}";
  private static final String FORWARDED = "X-Forwarded-For";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private TestServer server = start(InetAddress::isLoopbackAddress);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_eleventh_login_within_a_minute_is_refused_however_slow_the_first_ten() {
    for (int call = 0; call < 10; call++) {
      Answer answer = logIn();
      assertThat(answer.status()).isEqualTo(401);
      assertLimits(answer, 10, 9 - call, 60 - 5 * call);
      server.clock().advance(Duration.ofSeconds(5));
    }

    Answer refused = logIn();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("RATE_LIMIT_EXCEEDED");
    assertLimits(refused, 10, 0, 10);
    assertThat(refused.header("Retry-After")).isEqualTo("10");
    assertThat(refused.json().at("/error/details").toString())
        .isEqualTo("{\"reset_in_seconds\":10}");
    server.clock().advance(Duration.ofMillis(9_999));
    assertThat(logIn().status()).isEqualTo(429);
    server.clock().advance(Duration.ofMillis(1));
    assertLimits(logIn(), 10, 9, 60);
  }

  @Test
  void a_minute_begins_with_the_first_call() {
    logInOther();
    server.clock().advance(MINUTE.multipliedBy(2).minusSeconds(1));
    callTimes(10);
    server.clock().advance(Duration.ofSeconds(2));

    assertThat(logIn().status()).isEqualTo(429);
  }

  @Test
  void each_address_and_each_route_has_its_own_bucket() {
    callTimes(10);

    assertThat(logIn().status()).isEqualTo(429);
    assertThat(logInOther(FORWARDED, "198.51.100.7").status()).isEqualTo(401);
    assertThat(server.call("POST", "/v2/auth/register", "{}").status()).isEqualTo(422);
    assertThat(server.call("POST", "/v2/auth/google", "{}").status()).isEqualTo(422);
  }

  @Test
  void addresses_of_one_IPv6_network_share_a_bucket() {
    for (int host = 1; host <= 10; host++) {
      assertThat(logIn(FORWARDED, "2001:db8:1:2::" + host).status()).isEqualTo(401);
    }

    assertThat(logIn(FORWARDED, "2001:db8:1:2:ffff::1").status()).isEqualTo(429);
    assertThat(logInOther(FORWARDED, "2001:db8:1:3::1").status()).isEqualTo(401);
    assertThat(logInOther(FORWARDED, "::ffff:198.51.100.7").status()).isEqualTo(401);
  }

  @Test
  void a_forged_address_does_not_help_where_no_proxy_is_trusted() {
    server.close();
    server = start(address -> false);
    callTimes(10);

    assertThat(logIn(FORWARDED, "198.51.100.7", "X-Real-IP", "198.51.100.8").status())
        .isEqualTo(429);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST   | /v2/auth/register                   | 10",
        "POST   | /v2/auth/login                      | 10",
        "POST   | /v2/auth/google                     | 10",
        "POST   | /v2/auth/tokens                     | 60",
        "DELETE | /v2/auth/tokens                     | 60",
        "GET    | /v2/users/me                        | 60",
        "PATCH  | /v2/users/me                        | 60",
        "GET    | /v2/videos                          | 30",
        "GET    | /v2/videos/dQw4w9WgXcQ              | 30",
        "GET    | /v2/videos/dQw4w9WgXcQ/stream       | 30",
        "POST   | /v2/videos/dQw4w9WgXcQ/notes        | 60",
        "GET    | /v2/videos/dQw4w9WgXcQ/notes        | 60",
        "PATCH  | /v2/notes/1                         | 60",
        "DELETE | /v2/notes/1                         | 60",
        "POST   | /v2/conversations                   | 60",
        "GET    | /v2/conversations/1                 | 60",
        "GET    | /v2/conversations/1/messages        | 60",
        "POST   | /v2/conversations/1/messages        | 20",
      })
  void each_route_is_limited_as_its_group(String method, String path, int limit) {
    assertLimits(server.call(method, path, null), limit, limit - 1, 60);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v2/internal/tasks",
    "POST, /v2/internal/tasks/1/result",
    "GET, /v2/internal/videos/dQw4w9WgXcQ",
    "PATCH, /v2/internal/notes/1",
    "GET, /v2/nothing-here",
    "GET, /v2/auth/login"
  })
  void routes_without_limits_send_no_rate_limit_headers(String method, String path) {
    assertUnlimited(server.call(method, path, null));
  }

  @Test
  void ids_in_the_path_do_not_make_separate_routes() {
    Answer other = server.call("GET", "/v2/videos/aaaaaaaaaaa", null);

    assertLimits(server.call("GET", "/v2/videos/bbbbbbbbbbb", null), 30, 28, 60);
    assertThat(other.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST " + LOGIN, "GET /v2/users/me", "POST /v2/conversations"})
  void requests_with_the_admin_token_are_never_limited(String route) {
    String[] parts = route.split(" ", 2);
    for (int call = 0; call < 61; call++) {
      String body = NOBODY.replace("no@", "no" + call + "@");
      assertUnlimited(server.callAsAdmin(parts[0], parts[1], body));
    }
    assertThat(server.callAs("admin-tokem", parts[0], parts[1], NOBODY).header("X-RateLimit-Limit"))
        .isNotEmpty();
  }

  @Test
  void the_rate_limit_is_checked_before_the_size() throws IOException {
    callTimes(10);

    try (RawClient client = new RawClient(server.port())) {
      RawAnswer answer =
          client
              .send("POST " + LOGIN + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n")
              .read();

      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.headers()).containsKey("retry-after").containsEntry("connection", "close");
    }
  }

  @Test
  void a_rejection_keeps_the_connection_open_after_a_normal_body() throws IOException {
    callTimes(10);
    String call =
        "POST " + LOGIN + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{\"a\": \"b\"";

    try (RawClient client = new RawClient(server.port())) {
      assertThat(client.send(call).read().status()).isEqualTo(429);
      assertThat(client.send(call).read().status()).isEqualTo(429);
    }
  }

  @Test
  void size_errors_have_the_rate_limit_headers() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      RawAnswer answer =
          client
              .send("POST " + LOGIN + " HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n")
              .read();

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.headers()).containsEntry("x-ratelimit-remaining", "9");
    }
  }

  @Test
  void a_stream_has_the_rate_limit_headers() throws IOException {
    server.createVideo(server.logIn("ann"));
    try (RawClient client = new RawClient(server.port())) {
      RawAnswer answer =
          client
              .send(
                  "GET /v2/videos/dQw4w9WgXcQ/stream HTTP/1.1\nHost: x\nX-Guest-Session-ID: g\n\n"
                      .replace("\n", "\r\n"))
              .read();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers())
          .containsEntry("content-type", "text/event-stream")
          .containsEntry("x-ratelimit-limit", "30")
          .containsEntry("x-ratelimit-remaining", "29")
          .containsEntry("x-ratelimit-reset", "60");
    }
  }

  @Test
  void a_preflight_is_not_counted() {
    Answer preflight =
        server.call(
            "OPTIONS",
            LOGIN,
            null,
            "Origin",
            "https://app.example",
            "Access-Control-Request-Method",
            "POST");

    assertThat(preflight.status()).isEqualTo(204);
    assertUnlimited(preflight);
    assertLimits(logIn(), 10, 9, 60);
  }

  @Test
  void a_server_without_limits_sends_no_rate_limit_headers() {
    server.close();
    server = TestServer.start();

    for (int call = 0; call < 11; call++) {
      Answer answer = logIn();
      assertThat(answer.status()).isEqualTo(401);
      assertUnlimited(answer);
    }
  }

  private void callTimes(int calls) {
    for (int call = 0; call < calls; call++) {
      assertThat(logIn().status()).isEqualTo(401);
    }
  }

  private Answer logIn(String... headers) {
    return server.call("POST", LOGIN, NOBODY, headers);
  }

  private Answer logInOther(String... headers) {
    return server.call("POST", LOGIN, NOBODY.replace("no@", "other@"), headers);
  }

  private static void assertLimits(Answer answer, int limit, int remaining, int reset) {
    assertThat(answer.header("X-RateLimit-Limit")).isEqualTo(Integer.toString(limit));
    assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(remaining));
    assertThat(answer.header("X-RateLimit-Reset")).isEqualTo(Integer.toString(reset));
  }

  private static void assertUnlimited(Answer answer) {
    assertThat(answer.status()).isNotEqualTo(429);
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.startsWith("x-ratelimit"));
  }

  private static TestServer start(Predicate<InetAddress> trustedProxies) {
    RateLimits limits =
        new RateLimits(
            Map.of(
                RateGroup.DEFAULT, new Rate(60, MINUTE),
                RateGroup.AUTH, new Rate(10, MINUTE),
                RateGroup.CONVERSATIONS, new Rate(20, MINUTE),
                RateGroup.VIDEOS, new Rate(30, MINUTE)),
            null);
    return TestServer.start(limits, trustedProxies);
  }
}
