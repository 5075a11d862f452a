package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.RawClient.RawAnswer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodySizeTest {

  private static final TestServer SERVER = TestServer.start();
  private static final String VIDEO = "/v2/internal/videos/" + TestServer.VIDEO;
  private static final int MIB = 1 << 20;
  private static final String VIDEO_TRANSCRIPT = "/v2/internal/videos/dQw4w9WgXcQ/transcript";

  @BeforeAll
  static void claimTasks() {
    SERVER.createVideo(SERVER.logIn("ann"));
    for (String type : List.of("transcript", "metadata")) {
      SERVER.callAsAdmin("GET", "/v2/internal/tasks?type=" + type, null);
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_body_may_have_a_mebibyte() throws IOException {
    assertThat(post("/v2/auth/login", "{}", MIB).status()).isEqualTo(422);
    assertThat(post("/v2/auth/login", "{}", MIB + 1).status()).isEqualTo(413);
    assertThat(postChunked("/v2/auth/login", "{}", MIB).status()).isEqualTo(422);
    assertThat(postChunked("/v2/auth/login", "{}", MIB + 1).status()).isEqualTo(413);
  }

  @Test
  void a_long_result_for_a_task_that_does_not_exist_is_404_before_its_body() throws IOException {
    try (RawClient client = new RawClient(SERVER.port())) {
      client
          .send("POST /v2/internal/tasks/99/result HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n")
          .send("Content-Length: 16000000\r\n")
          .send("Authorization: Bearer %s\r\n\r\n".formatted(TestServer.ADMIN_TOKEN));

      assertThat(client.read().status()).isEqualTo(404);
    }
  }

  @Test
  void the_first_generation_names_the_task_in_the_body() throws IOException {
    String path = "/api/tasks/transcript";

    assertThat(post(path, "{\"task_id\": 99, \"transcript\": [", 300_000).status()).isEqualTo(404);
    assertThat(post(path, "{\"task_id\": 1, \"transcript\": [", 300_000).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {VIDEO_TRANSCRIPT, "/v2/internal/tasks/1/result"})
  void a_transcript_may_have_sixteen(String path) throws IOException {
    assertThat(post(path, "{}", 16 * MIB).status()).isEqualTo(422);
    assertThat(post(path, "{}", 16 * MIB + 1).status()).isEqualTo(413);
    assertThat(postChunked(path, "{}", 16 * MIB).status()).isEqualTo(422);
    assertThat(postChunked(path, "{}", 16 * MIB + 1).status()).isEqualTo(413);
  }

  @Test
  void a_large_transcript_is_kept() throws IOException {
    String text = "x".repeat(8 * MIB);

    Answer answer =
        SERVER.callAsAdmin(
            "POST", VIDEO_TRANSCRIPT, "{\"transcript\": [{\"text\": \"" + text + "\"}]}");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void the_size_is_checked_before_the_caller_and_the_content() throws IOException {
    assertThat(raw("", "/v2/users/me", MIB + 1).status()).isEqualTo(413);
    assertThat(raw("", VIDEO + "/summary", MIB + 1).status()).isEqualTo(413);
    assertThat(rawChunked("", VIDEO + "/summary", "{", MIB + 1).status()).isEqualTo(413);
    assertThat(rawChunked("", VIDEO_TRANSCRIPT, "{", 16 * MIB + 1).status()).isEqualTo(413);
    assertThat(rawChunked("", VIDEO_TRANSCRIPT, "{", 16 * MIB).status()).isEqualTo(401);
    assertThat(postChunked("/v2/auth/login", "]", MIB + 1).status()).isEqualTo(413);
    assertThat(postChunked("/v2/auth/login", "]", MIB).status()).isEqualTo(422);
  }

  @Test
  void a_body_that_claims_to_be_huge_is_refused_unread() throws IOException {
    try (RawClient client = new RawClient(SERVER.port())) {
      RawAnswer answer =
          client
              .send(
                  "POST /v2/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n")
              .read();

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.body()).contains("\"PAYLOAD_TOO_LARGE\"");
      assertThat(answer.headers()).containsEntry("connection", "close");
    }
  }

  @Test
  void a_request_with_expect_is_rejected_before_its_body_is_sent() throws IOException {
    try (RawClient client = new RawClient(SERVER.port())) {
      RawAnswer answer =
          client
              .send(
                  "POST /v2/auth/login HTTP/1.1\r\nHost: x\r\n%s\r\n\r\n"
                      .formatted("Expect: 100-continue\r\nContent-Length: 2000000"))
              .read();

      assertThat(answer.status()).isEqualTo(413);
    }
  }

  private static RawAnswer post(String path, String start, int length) throws IOException {
    return raw("Authorization: Bearer " + TestServer.ADMIN_TOKEN + "\r\n", path, start, length);
  }

  private static RawAnswer postChunked(String path, String start, int length) throws IOException {
    return rawChunked(
        "Authorization: Bearer " + TestServer.ADMIN_TOKEN + "\r\n", path, start, length);
  }

  private static RawAnswer raw(String headers, String path, int length) throws IOException {
    return raw(headers, path, "{}", length);
  }

  private static RawAnswer raw(String headers, String path, String start, int length)
      throws IOException {
    try (RawClient client = new RawClient(SERVER.port())) {
      return client
          .send(
              "POST %s HTTP/1.1\r\nHost: x\r\n%sContent-Length: %d\r\n\r\n"
                  .formatted(path, headers, length))
          .send(start + " ".repeat(length - start.length()))
          .read();
    }
  }

  private static RawAnswer rawChunked(String headers, String path, String start, int length)
      throws IOException {
    try (RawClient client = new RawClient(SERVER.port())) {
      client.send(
          "POST %s HTTP/1.1\r\nHost: x\r\n%sTransfer-Encoding: chunked\r\n\r\n"
              .formatted(path, headers));
      String rest = start + " ".repeat(length - start.length());
      for (int from = 0; from < length; from += 1 << 16) {
        String chunk = rest.substring(from, Math.min(length, from + (1 << 16)));
        client.send(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
      }
      return client.send("0\r\n\r\n").read();
    }
  }
}
