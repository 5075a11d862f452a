package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.monitor.CompletedRequest;
import dev.vidwiz.http.monitor.CompletedRequest.Target;
import dev.vidwiz.http.monitor.HoldReason;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a monitor is told of requests. */
class MonitorTest {

  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v2/videos/dQw4w9WgXcQ/notes?token=hush, /v2/videos/{video_id}/notes, 401",
    "GET, /v2/internal/videos/x, /v2/internal/videos/{video_id}, 401",
    "POST, /v2/auth/login/, /v2/auth/login, 422",
    "GET, /nowhere/at/all, none, 404",
    "DELETE, /v2/users/me, none, 405",
    "HEAD, /v2/users/me, none, 200",
  })
  void a_request_is_reported_with_its_route(String method, String path, String route, int status)
      throws InterruptedException {
    CompletedRequest request = call(method, path);

    assertThat(request.target())
        .isEqualTo(new Target(method, path.replaceFirst("\\?.*", ""), route));
    assertThat(request.result().status()).isEqualTo(status);
    assertThat(request.clientAddress()).isEqualTo("127.0.0.1");
    assertThat(request.duration()).isPositive();
    assertThat(request.holdReason()).isNull();
  }

  @Test
  void the_address_is_the_one_that_a_trusted_proxy_sends() throws InterruptedException {
    String id = SERVER.call("GET", "/", null, "X-Forwarded-For", "1.2.3.4").header("X-Request-ID");

    assertThat(SERVER.monitor().await(id).clientAddress()).isEqualTo("1.2.3.4");
  }

  @Test
  void a_waiting_poll_is_held_and_a_rejected_one_is_not() throws InterruptedException {
    CompletedRequest refused = SERVER.monitor().await(poll("nothing").header("X-Request-ID"));
    assertThat(refused.holdReason()).isNull();
    assertThat(refused.result().status()).isEqualTo(400);

    CompletedRequest held = SERVER.monitor().await(poll("transcript").header("X-Request-ID"));
    assertThat(held.holdReason()).isEqualTo(HoldReason.POLL);
    assertThat(held.target().route()).isEqualTo("/v2/internal/tasks");
    assertThat(SERVER.monitor().held()).contains(HoldReason.POLL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v2/videos/%ZZ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v2/users/me?token=hush HTTP/9.9\r\nHost: x\r\n\r\n",
        "what is this\r\n\r\n",
      })
  void requests_that_jetty_rejects_are_reported(String request) throws Exception {
    try (RawClient client = new RawClient(SERVER.port())) {
      String id = client.send(request).read().headers().get("x-request-id");

      CompletedRequest told = SERVER.monitor().await(id);
      assertThat(told.result().status()).isEqualTo(400);
      assertThat(told.target().route()).isEqualTo(CompletedRequest.NO_ROUTE);
      assertThat(told.toString()).doesNotContain("hush");
    }
  }

  @Test
  void metrics_need_the_admin_token() throws IOException {
    assertThat(SERVER.call("GET", "/v2/internal/metrics", null).status()).isEqualTo(401);
    assertThat(SERVER.callAs(SERVER.logIn("mona"), "GET", "/v2/internal/metrics", null).status())
        .isEqualTo(403);

    Answer answer = SERVER.callAsAdmin("GET", "/v2/internal/metrics", null);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body()).isEqualTo("some_metric 1\n");
  }

  private static Answer poll(String type) {
    return SERVER.callAsAdmin("GET", "/v2/internal/tasks?timeout=1&type=" + type, null);
  }

  private static CompletedRequest call(String method, String path) throws InterruptedException {
    return SERVER.monitor().await(SERVER.call(method, path, null).header("X-Request-ID"));
  }
}
