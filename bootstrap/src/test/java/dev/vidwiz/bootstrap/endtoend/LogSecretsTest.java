package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.database.CuttableProxy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log at DEBUG, after every call with every kind of credentials, with and without the database.
 * All secret and personal data contain {@code hush}.
 */
class LogSecretsTest {

  private static final String PERSON =
      "{\"email\": \"ann@hush.example\", \"password\": \"hush-password\", \"name\": \"Hush Ann\"}";
  private static final String NOTE =
      "{\"timestamp\": \"0:42\", \"text\": \"hush-note\", \"video_title\": \"hush-title\"}";
  private static final String NESTED =
      "{\"transcript\": [{\"text\": \"hush-line\", \"offset\": 0}]}";

  /** Method, path and, for some, a body; {@code V} stands for a video. */
  private static final List<String> CALLS =
      List.of(
          "POST /v2/auth/register?token=hush " + PERSON,
          "POST /v2/auth/login?password=hush " + PERSON,
          "POST /v2/auth/google {\"credential\": \"hush-credential\"}",
          "POST /v2/auth/tokens",
          "GET /v2/users/me?jwt=hush",
          "PATCH /v2/users/me {\"name\": \"Hush again\"}",
          "GET /v2/videos?q=hush",
          "GET /v2/videos/V",
          "POST /v2/videos/V/notes " + NOTE,
          "GET /v2/videos/V/notes",
          "PATCH /v2/notes/1 {\"text\": \"hush-edited\"}",
          "DELETE /v2/notes/9",
          "POST /v2/conversations {\"video_id\": \"V\"}",
          "GET /v2/conversations/1",
          "POST /v2/conversations/1/messages {\"message\": \"hush-question\"}",
          "GET /v2/conversations/1/messages",
          "GET /v2/internal/tasks?type=transcript&timeout=1",
          "POST /v2/internal/tasks/1/result {\"video_id\": \"V\", \"success\": false,"
              + " \"error_message\": \"hush\"}",
          "GET /v2/internal/videos/V",
          "POST /v2/internal/videos/V/transcript " + NESTED,
          "POST /v2/internal/videos/V/metadata {\"metadata\": {\"title\": \"hush\"}}",
          "POST /v2/internal/videos/V/summary {\"summary\": \"hush-summary\"}",
          "GET /v2/internal/videos/V/ai-notes",
          "PATCH /v2/internal/notes/1 {\"text\": \"hush-by-admin\"}",
          "GET /v2/internal/metrics",
          "POST /api/user/login " + PERSON,
          "POST /api/wiz/chat {\"video_id\": \"V\", \"message\": \"hush-question\"}",
          "POST /v2/auth/login {\"password\": hush",
          "DELETE /v2/auth/tokens");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path folder;

  @Test
  void no_secret_is_logged() throws IOException, InterruptedException {
    try (TestDatabase database = TestPostgres.createDatabase();
        CuttableProxy network = new CuttableProxy(database.host(), database.port());
        FakeLlmServer llm = FakeLlmServer.start(LogSecretsTest::echo);
        Server server = Server.start(folder, settings(network, database, llm))) {
      call(server, "POST /v2/auth/register " + PERSON, Map.of());
      String jwt = token(call(server, "POST /v2/auth/login " + PERSON, Map.of()));
      String longTerm = token(call(server, "POST /v2/auth/tokens", bearer(jwt)));
      List<Map<String, String>> callers =
          List.of(
              Map.of(),
              bearer(jwt),
              bearer(longTerm),
              bearer("hush-admin-token-that-is-long-enough"),
              Map.of("X-Guest-Session-ID", "hush-guest", "Cookie", "session=hush"));

      makeAll(server, callers);
      network.cut();
      makeAll(server, callers);

      awaitLine(server, "could not be served for now");
      server.program().kill();
      String log = server.program().errors().whole();
      assertThat(log).doesNotContainIgnoringCase("hush").doesNotContain(jwt, longTerm);
      assertThat(server.program().output().whole()).isEmpty();
      List<JsonNode> lines = log.lines().map(Api::json).toList();
      assertThat(lines).allMatch(JsonNode::isObject);
      assertThat(lines.stream().filter(line -> line.has("request_id")))
          .hasSizeGreaterThan(2 * CALLS.size() * callers.size())
          .allSatisfy(LogSecretsTest::assertRequestLine);
      assertThat(lines).anyMatch(line -> line.has("stack_trace"));
    }
  }

  private static void assertRequestLine(JsonNode line) {
    assertThat(line.get("route").textValue()).matches("/.*|none");
    assertThat(line.get("path").textValue()).startsWith("/").doesNotContain("?");
    assertThat(line.get("method").textValue()).isNotEmpty();
    assertThat(line.get("status").isInt()).isTrue();
    assertThat(line.get("ms").isNumber()).isTrue();
    assertThat(line.get("client").textValue()).isEqualTo("127.0.0.1");
    boolean probe = line.get("route").textValue().equals("/v2/internal/metrics");
    assertThat(line.get("level").textValue()).isEqualTo(probe ? "DEBUG" : "INFO");
  }

  private static void makeAll(Server server, List<Map<String, String>> callers) {
    List<Runnable> calls = new ArrayList<>();
    for (String call : CALLS) {
      callers.forEach(caller -> calls.add(() -> call(server, call, caller)));
    }
    Crowd.of(
        calls.size(),
        i -> {
          calls.get(i).run();
          return true;
        });
  }

  private static String call(Server server, String call, Map<String, String> headers) {
    String[] parts = call.replace("V", "dQw4w9WgXcQ").split(" ", 3);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + parts[1]))
            .timeout(Duration.ofSeconds(2 * Program.TIMEOUT_SECONDS))
            .method(
                parts[0],
                parts.length < 3 ? BodyPublishers.noBody() : BodyPublishers.ofString(parts[2]));
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError(call, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token(String answer) {
    return Api.json(answer).get("token").textValue();
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  /** An error that repeats the key, as those of some servers do. */
  private static FakeReply echo(FakeLlmServer.Request request) {
    return FakeReply.status(
        401, "{\"error\": {\"message\": \"no such key: hush-llm-key\", \"code\": 401}}");
  }

  private static void awaitLine(Server server, String text) throws InterruptedException {
    server.program().errors().find(Pattern.compile(Pattern.quote(text)));
  }

  private static Map<String, String> settings(
      CuttableProxy network, TestDatabase database, FakeLlmServer llm) {
    Map<String, String> settings = new HashMap<>();
    settings.put("LOG_LEVEL", "DEBUG");
    settings.put("LOG_FORMAT", "json");
    settings.put("SECRET_KEY", "hush-secret-key-that-is-long-enough-for-hs256");
    settings.put("ADMIN_TOKEN", "hush-admin-token-that-is-long-enough");
    settings.put("GOOGLE_CLIENT_ID", "client");
    settings.put("GOOGLE_JWKS_URL", "http://127.0.0.1:1/keys");
    settings.put("OPENROUTER_API_KEY", "hush-llm-key");
    settings.put("OPENROUTER_BASE_URL", llm.baseUrl().toString());
    settings.put("AI_NOTES_DEFAULT", "true");
    settings.put("AWS_ACCESS_KEY_ID", "id");
    settings.put("AWS_SECRET_ACCESS_KEY", "hush-aws");
    settings.put("AWS_SESSION_TOKEN", "hush-aws-session");
    settings.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    settings.put("S3_BUCKET_NAME", "bucket");
    settings.put("SQS_AI_NOTE_QUEUE_URL", "http://127.0.0.1:1/000000000000/notes");
    settings.put(
        "DB_URL",
        database
            .url()
            .replaceFirst(
                "//([^:@]+):[^@]*@[^/]*/", "//$1:hush-db@127.0.0.1:" + network.port() + "/"));
    return settings;
  }
}
