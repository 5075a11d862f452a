package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.http.limit.RateGroup;
import dev.vidwiz.http.limit.RateLimits;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call of the first generation and its twin count together. */
class LegacyRateLimitsTest {

  private final TestServer server = start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST   | /api/user/signup        | /v2/auth/register",
        "POST   | /api/user/login         | /v2/auth/login",
        "POST   | /api/user/google/login  | /v2/auth/google",
        "POST   | /api/user/token         | /v2/auth/tokens",
        "DELETE | /api/user/token         | /v2/auth/tokens",
        "GET    | /api/user/profile       | /v2/users/me",
        "PATCH  | /api/user/profile       | /v2/users/me",
        "GET    | /api/search             | /v2/videos",
        "GET    | /api/videos/dQw4w9WgXcQ | /v2/videos/dQw4w9WgXcQ",
        "POST   | /api/notes              | /v2/videos/dQw4w9WgXcQ/notes",
        "GET    | /api/notes/dQw4w9WgXcQ  | /v2/videos/dQw4w9WgXcQ/notes",
        "PATCH  | /api/notes/1            | /v2/notes/1",
        "DELETE | /api/notes/1            | /v2/notes/1",
        "POST   | /api/wiz/conversation   | /v2/conversations",
        "POST   | /api/wiz/chat           | /v2/conversations/1/messages",
      })
  void a_legacy_route_shares_the_bucket_of_its_v2_route(String method, String path, String twin) {
    assertThat(server.call(method, path, "{}").status()).isNotEqualTo(429);
    assertThat(server.call(method, twin, "{}").status()).isEqualTo(429);
    assertThat(server.call(method, path, "{}").status()).isEqualTo(429);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PATCH | /api/videos/dQw4w9WgXcQ",
        "GET   | /api/videos/dQw4w9WgXcQ/notes/ai-note-task",
        "POST  | /api/wiz/init",
        "GET   | /api/wiz/video/dQw4w9WgXcQ",
      })
  void a_legacy_route_without_a_v2_route_has_its_own_bucket(String method, String path) {
    assertThat(server.call(method, path, "{}").status()).isNotEqualTo(429);
    assertThat(server.call(method, path, "{}").status()).isEqualTo(429);
  }

  @Test
  void workers_are_never_limited() {
    for (int i = 0; i < 3; i++) {
      assertThat(server.call("POST", "/api/tasks/metadata", "{}").status()).isEqualTo(401);
      assertThat(server.call("GET", "/api/tasks/transcript", null).status()).isEqualTo(401);
      assertThat(server.callAsAdmin("PATCH", "/api/notes/1", "{}").status()).isEqualTo(422);
      assertThat(server.callAsAdmin("PATCH", "/api/videos/dQw4w9WgXcQ", "{}").status())
          .isEqualTo(404);
    }
  }

  private static TestServer start() {
    return TestServer.start(new RateLimits(once(), null), InetAddress::isLoopbackAddress);
  }

  private static Map<RateGroup, Rate> once() {
    Map<RateGroup, Rate> rates = new EnumMap<>(RateGroup.class);
    for (RateGroup group : RateGroup.values()) {
      rates.put(group, new Rate(1, Duration.ofMinutes(1)));
    }
    return rates;
  }
}
