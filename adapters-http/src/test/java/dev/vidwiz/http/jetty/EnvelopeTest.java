package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.Answer;
import dev.vidwiz.http.RawClient;
import dev.vidwiz.http.RawClient.RawAnswer;
import dev.vidwiz.http.TestServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  private static final TestServer SERVER = TestServer.start();
  private static final String ME = "/v2/users/me";

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void every_answer_carries_the_common_headers() {
    Answer answer = SERVER.call("GET", ME, null);

    assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Request-ID")).hasSize(36);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  void a_valid_request_id_is_kept_and_an_invalid_one_replaced() {
    String good = "aZ09-_.".repeat(18) + "xx";
    assertThat(requestId(good)).isEqualTo(good);
    assertThat(requestId(good + "x")).hasSize(36);
    assertThat(requestId("a b")).hasSize(36);
    assertThat(requestId("")).hasSize(36);
  }

  @Test
  void an_unknown_address_is_404() {
    assertThat(SERVER.call("GET", "/v3", null).body())
        .isEqualTo(
            """
            {"error":{"code":"NOT_FOUND","message":"There is nothing at this address",\
            "details":null}}\
            """);
    assertThat(SERVER.call("DELETE", "/v2/unknown", null).status()).isEqualTo(404);
  }

  @Test
  void a_wrong_method_is_405_with_the_allowed_ones() {
    Answer answer = SERVER.call("DELETE", ME, null);

    assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "PATCH");
    assertThat(SERVER.call("FOO", ME, null).status()).isEqualTo(405);
  }

  @Test
  void a_header_does_not_change_the_method() {
    Answer answer = SERVER.call("POST", ME, "{}", "X-HTTP-Method-Override", "GET");

    assertThat(answer.status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v2/videos/%ZZ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v2/videos/%F0 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v2/videos/%u0041 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v2/videos/\u00ff HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v2/users/me HTTP/1.1\r\n\r\n",
        "GET /v2/users/me HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
        "GET /v2/users/me HTTP/9.9\r\nHost: x\r\n\r\n",
        "POST /v2/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        "POST /v2/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST /v2/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "GET /v2/users/me HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\n\r\n",
        "GET /v2/users/me HTTP/1.1\r\nHost: x\r\nX-Request-ID: a\u0000b\r\n\r\n",
      })
  void a_malformed_request_is_400_in_the_common_format(String request) throws IOException {
    assertBadRequest(request);
  }

  @Test
  void too_long_headers_and_paths_are_400_in_the_common_format() throws IOException {
    assertBadRequest("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    assertBadRequest("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2e%2e", "..%2f..", "%252e", "a;b", "%E2%82%AC", "%5c"})
  void odd_but_legal_addresses_are_no_video(String id) throws IOException {
    String token = SERVER.logIn("ann");
    try (RawClient client = new RawClient(SERVER.port())) {
      RawAnswer answer =
          client
              .send(
                  "GET /v2/videos/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                      .formatted(id, token))
              .read();
      assertThat(answer.status()).as(answer.body()).isIn(400, 404, 422);
      assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"");
    }
  }

  private static void assertBadRequest(String request) throws IOException {
    try (RawClient client = new RawClient(SERVER.port())) {
      RawAnswer answer = client.send(request).read();

      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"BAD_REQUEST\",\"message\":\"");
      assertThat(answer.headers())
          .containsEntry("content-type", "application/json")
          .containsEntry("referrer-policy", "strict-origin-when-cross-origin")
          .containsEntry("x-content-type-options", "nosniff")
          .containsKey("x-request-id")
          .doesNotContainKey("server");
    }
  }

  private static String requestId(String callers) {
    return SERVER.call("GET", ME, null, "X-Request-ID", callers).header("X-Request-ID");
  }
}
