package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.Answer;
import dev.vidwiz.http.HttpSettings;
import dev.vidwiz.http.TestServer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorsTest {

  private static final String APP = "https://app.example";

  private TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void any_origin_may_call_with_credentials() {
    Answer answer = server.call("GET", "/v2/users/me", null, "Origin", APP);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Expose-Headers"))
        .isEqualTo(
            "X-Request-ID, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining,"
                + " X-RateLimit-Reset, ETag, Link, Location");
    assertThat(answer.header("Vary")).isEqualTo("Origin");
    assertThat(server.call("GET", "/v2/users/me", null).header("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void a_preflight_is_answered_for_any_method_and_mirrors_the_headers() {
    Answer answer = preflight("/v2/notes/1", "PATCH");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH", "DELETE", "PUT");
    assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("authorization, x-odd");
    assertThat(answer.header("X-Request-ID")).isNotEmpty();
  }

  @Test
  void options_without_an_origin_is_an_ordinary_request() {
    assertThat(server.call("OPTIONS", "/v2/users/me", null).status()).isEqualTo(405);
  }

  @Test
  void only_the_origins_of_the_settings_are_echoed() {
    server.close();
    HttpSettings any = TestServer.settings(TestServer.keys(TestServer.SECRET_KEY, null));
    server =
        TestServer.start(
            new HttpSettings(
                TestServer.listening(0, Set.of(APP), address -> true),
                any.keys(),
                any.limits(),
                any.zone(),
                false));

    assertThat(preflight("/v2/notes/1", "PATCH").header("Access-Control-Allow-Origin"))
        .isEqualTo(APP);
    Answer other = server.call("GET", "/v2/users/me", null, "Origin", "https://evil.example");
    assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(other.header("Vary")).isEqualTo("Origin");
  }

  private Answer preflight(String path, String method) {
    return server.call(
        "OPTIONS",
        path,
        null,
        "Origin",
        APP,
        "Access-Control-Request-Method",
        method,
        "Access-Control-Request-Headers",
        "authorization, x-odd");
  }
}
