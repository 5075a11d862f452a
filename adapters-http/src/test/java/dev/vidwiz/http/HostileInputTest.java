package dev.vidwiz.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.RawClient.RawAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, the answer is an error of the caller's, in the one shape of all errors. */
class HostileInputTest {

  private static final TestServer SERVER = TestServer.start();
  private static final String ANN = SERVER.logIn("ann");

  /** The keys of each call that takes a body. */
  private static final Map<String, List<String>> BODIES =
      new TreeMap<>(
          Map.ofEntries(
              entry("POST /v2/auth/register", List.of("email", "password", "name")),
              entry("POST /v2/auth/login", List.of("email", "password")),
              entry("POST /v2/auth/google", List.of("credential")),
              entry("PATCH /v2/users/me", List.of("name", "ai_notes_enabled")),
              entry(
                  "POST /v2/videos/dQw4w9WgXcQ/notes", List.of("timestamp", "text", "video_title")),
              entry("PATCH /v2/notes/1", List.of("text", "generated_by_ai")),
              entry("PATCH /v2/internal/notes/1", List.of("text", "generated_by_ai")),
              entry(
                  "POST /v2/internal/tasks/1/result",
                  List.of(
                      "video_id",
                      "success",
                      "transcript",
                      "metadata",
                      "error_message",
                      "retry_count",
                      "permanent",
                      "retry_after")),
              entry("POST /v2/internal/videos/dQw4w9WgXcQ/transcript", List.of("transcript")),
              entry("POST /v2/internal/videos/dQw4w9WgXcQ/metadata", List.of("metadata")),
              entry("POST /v2/internal/videos/dQw4w9WgXcQ/summary", List.of("summary")),
              entry("POST /v2/conversations", List.of("video_id")),
              entry("POST /v2/conversations/1/messages", List.of("message")),
              entry("POST /api/user/signup", List.of("email", "password", "name")),
              entry("POST /api/user/login", List.of("email", "password")),
              entry("POST /api/user/google/login", List.of("credential")),
              entry("PATCH /api/user/profile", List.of("name", "ai_notes_enabled")),
              entry("PATCH /api/videos/dQw4w9WgXcQ", List.of("summary")),
              entry("POST /api/notes", List.of("video_id", "timestamp", "text", "video_title")),
              entry("PATCH /api/notes/1", List.of("text", "generated_by_ai")),
              entry(
                  "POST /api/tasks/transcript",
                  List.of("task_id", "video_id", "success", "transcript", "error_message")),
              entry("POST /api/tasks/metadata", List.of("task_id", "video_id", "metadata")),
              entry("POST /api/wiz/init", List.of("video_id")),
              entry("POST /api/wiz/conversation", List.of("video_id")),
              entry("POST /api/wiz/chat", List.of("video_id", "message", "conversation_id"))));

  private static final List<String> BROKEN_BODIES =
      List.of(
          "",
          "null",
          "{",
          "[]",
          "1",
          "\"x\"",
          "nonsense",
          "{\"a\":1}}",
          "\u00ff\u00fe",
          "[".repeat(500_000),
          "{\"a\":".repeat(100_000),
          "1".repeat(100_000),
          "\u0000",
          "{\"\\ud800\":1}",
          "{\"\\u0000\":1}");

  /** No key of any call takes these. */
  private static final List<String> BAD_VALUES =
      List.of(
          "1.5",
          "-99999999999999999999999",
          "1e400",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"" + "x".repeat(60_000) + "\\u0000\"",
          "[[[[1]]]]",
          "[null]",
          "[{\"text\": \"\\u0000\"}]",
          "{\"a\": \"\\ud800\"}",
          "{\"a\": 1e400}",
          "{\"a\": " + "[".repeat(90) + "\"\\u0000\"" + "]".repeat(90) + "}");

  /** Calls with an id in their path, and what no id is. */
  private static final List<String> PATHS =
      List.of(
          "GET /v2/videos/%s",
          "GET /v2/videos/%s/notes",
          "GET /v2/videos/%s/stream",
          "POST /v2/videos/%s/notes",
          "PATCH /v2/notes/%s",
          "DELETE /v2/notes/%s",
          "POST /v2/internal/tasks/%s/result",
          "GET /v2/internal/videos/%s",
          "GET /v2/internal/videos/%s/ai-notes",
          "POST /v2/internal/videos/%s/transcript",
          "POST /v2/internal/videos/%s/metadata",
          "POST /v2/internal/videos/%s/summary",
          "PATCH /v2/internal/notes/%s",
          "GET /v2/conversations/%s",
          "GET /v2/conversations/%s/messages",
          "POST /v2/conversations/%s/messages",
          "GET /v2/internal/tasks?type=%s",
          "GET /v2/internal/tasks?type=metadata&timeout=%s",
          "GET /v2/internal/jobs?state=%s",
          "GET /v2/internal/jobs?type=%s",
          "GET /v2/internal/jobs?page=%s",
          "GET /v2/internal/jobs?per_page=%s",
          "POST /v2/internal/jobs/%s/retry",
          "POST /v2/internal/jobs/%s/cancel",
          "POST /v2/internal/jobs/task-%s/retry",
          "POST /v2/internal/jobs/ai-%s/cancel",
          "GET /v2/videos?page=%s",
          "GET /v2/videos?per_page=%s",
          "GET /v2/videos?sort=%s",
          "GET /api/videos/%s",
          "PATCH /api/videos/%s",
          "GET /api/videos/%s/notes/ai-note-task",
          "GET /api/notes/%s",
          "PATCH /api/notes/%s",
          "DELETE /api/notes/%s",
          "GET /api/wiz/video/%s",
          "GET /api/tasks/transcript?timeout=%s");

  private static final List<String> BAD_IDS =
      List.of(
          "%00",
          "%2e%2e",
          "%ZZ",
          "%F0",
          "%ED%A0%80",
          "%",
          "%2F",
          "..%2F..",
          "%u0041",
          "%0a",
          "%20",
          "0",
          "-1",
          "1.5",
          "9223372036854775808x",
          "x".repeat(5_000),
          "%27%20OR%201%3D1",
          "\u00ff",
          "%F0%9F%91%8B",
          "1%002",
          ";",
          "%3Cscript%3E");

  @BeforeAll
  static void claimTasks() {
    SERVER.createVideo(ANN);
    for (String type : List.of("transcript", "metadata")) {
      SERVER.callAsAdmin("GET", "/v2/internal/tasks?type=" + type, null);
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static Stream<Arguments> brokenBodies() {
    return BODIES.keySet().stream()
        .flatMap(call -> BROKEN_BODIES.stream().map(body -> Arguments.of(call, body)));
  }

  static Stream<Arguments> badValues() {
    return BODIES.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .flatMap(
                        key ->
                            BAD_VALUES.stream()
                                .map(value -> Arguments.of(entry.getKey(), key, value))));
  }

  static Stream<Arguments> badIds() {
    return PATHS.stream().flatMap(path -> BAD_IDS.stream().map(id -> Arguments.of(path, id)));
  }

  @ParameterizedTest(name = "{0} [{index}]")
  @MethodSource("brokenBodies")
  void a_broken_body_is_422(String call, String body) throws IOException {
    RawAnswer answer = send(call, body);

    assertIsError(answer);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(Answer.parse(answer.body()).at("/error/details/0/field").textValue())
        .isEqualTo("body");
  }

  @ParameterizedTest(name = "{0} {1} [{index}]")
  @MethodSource("badValues")
  void an_impossible_value_is_422(String call, String key, String value) throws IOException {
    RawAnswer answer = send(call, "{\"" + key + "\": " + value + "}");

    assertIsError(answer);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"body");
  }

  @ParameterizedTest(name = "{0} [{index}]")
  @MethodSource("badIds")
  void a_malformed_id_is_a_client_error(String call, String id) throws IOException {
    assertIsError(send(call.replace("%s", id), "{}"));
  }

  private static void assertIsError(RawAnswer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.headers()).containsEntry("content-type", "application/json");
    assertThat(Answer.parse(answer.body()).at("/error/code").textValue()).isNotBlank();
  }

  private static boolean isForAdmins(String call) {
    return call.contains("/v2/internal")
        || call.startsWith("PATCH /api/videos")
        || call.endsWith("/ai-note-task");
  }

  private static RawAnswer send(String call, String body) throws IOException {
    String[] parts = call.split(" ", 2);
    String token = isForAdmins(call) ? TestServer.ADMIN_TOKEN : ANN;
    int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
    try (RawClient client = new RawClient(SERVER.port())) {
      return client
          .send(
              "%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(parts[0], parts[1], token, length, body))
          .read();
    }
  }
}
