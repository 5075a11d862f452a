package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.http.limit.RateGroup;
import dev.vidwiz.http.limit.RateLimits;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guessing passwords of one account from many addresses. */
class FailedLoginRoutesTest {

  private static final RateLimits LIMITS =
      new RateLimits(Map.of(RateGroup.AUTH, new Rate(10, Duration.ofMinutes(1))), null);

  private final TestServer server = TestServer.start(LIMITS, InetAddress::isLoopbackAddress);
  private int address;

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"/v2/auth/login, ann", "/v2/auth/login, nobody", "/api/user/login, ann"})
  void the_eleventh_in_a_row_is_refused_whatever_its_address(String path, String name) {
    server.logIn("ann");
    for (int i = 0; i < 10; i++) {
      assertThat(logIn(path, name, "wrong horse", next()).status()).isEqualTo(401);
    }

    Answer refused = logIn(path, name, "wrong horse", next());

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("RATE_LIMIT_EXCEEDED");
    assertThat(refused.header("Retry-After")).isEqualTo("30");
    assertThat(refused.json().at("/error/details/reset_in_seconds").intValue()).isEqualTo(30);
    assertThat(logIn(path, "bob", "wrong horse", next()).status()).isEqualTo(401);
    server.clock().advance(Duration.ofSeconds(30));
    assertThat(logIn(path, name, "wrong horse", next()).status()).isEqualTo(401);
    assertThat(logIn(path, name, "wrong horse", next()).header("Retry-After")).isEqualTo("60");
  }

  @Test
  void the_right_password_passes_from_where_its_user_has_signed_in() {
    server.logIn("ann");
    for (int i = 0; i < 10; i++) {
      logIn("/v2/auth/login", "ann", "wrong horse", next());
    }

    assertThat(logIn("/v2/auth/login", "ann", "correct horse", next()).status()).isEqualTo(429);
    assertThat(logIn("/v2/auth/login", "ann", "correct horse", "127.0.0.1").status())
        .isEqualTo(200);
  }

  private String next() {
    address++;
    return "2001:db8:0:" + Integer.toHexString(address) + "::1";
  }

  private Answer logIn(String path, String name, String password, String from) {
    String body = "{\"email\": \"%s@example.com\", \"password\": \"%s\"}".formatted(name, password);
    return server.call("POST", path, body, "X-Forwarded-For", from);
  }
}
