package dev.vidwiz.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ScriptedChatModel;
import dev.vidwiz.application.chat.StreamedAnswer.Next;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.note.NoteLimits;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.user.GoogleIdentity;
import dev.vidwiz.application.user.GoogleProfile;
import dev.vidwiz.http.Answer;
import dev.vidwiz.http.HttpSettings;
import dev.vidwiz.http.TestServer;
import dev.vidwiz.http.auth.Keys;
import dev.vidwiz.http.limit.RateGroup;
import dev.vidwiz.http.limit.RateLimits;
import dev.vidwiz.http.openapi.ApiDescription.Operation;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The errors that the document tells of: all of most kinds, and some of 500 and 503. */
class DocumentedErrorsTest {

  private static final int MAX_BYTES = 1_000;
  private static final String LONG_TEXT = "\"text\": \"" + "x".repeat(MAX_BYTES + 1) + "\"}";

  private static final HttpSettings SETTINGS =
      TestServer.settings(TestServer.keys(TestServer.SECRET_KEY, TestServer.ADMIN_TOKEN));
  private final ScriptedChatModel model = new ScriptedChatModel();
  private final TestServer server =
      TestServer.start(SETTINGS, DocumentedErrorsTest::google, model, new NoteLimits(0, MAX_BYTES));
  private final String eve = server.logIn("eve");

  private final DocumentedCalls calls = startingPoint(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void unknown_callers_get_401() {
    calls.api().answering(401).forEach(operation -> calls.expect(401, operation.id()));
  }

  @Test
  void callers_without_admin_rights_get_403() {
    calls.as(eve);
    calls.api().answering(403).stream()
        .filter(operation -> !operation.isGuardedBy("user"))
        .forEach(operation -> calls.expect(403, operation.id()));
  }

  @Test
  void the_documented_credentials_are_accepted() {
    Map<String, Supplier<String[]>> headers =
        Map.of(
            "user", () -> new String[] {"Authorization", "Bearer " + eve},
            "longTermToken", () -> new String[] {"Authorization", "Bearer " + newLongTermToken()},
            "admin", () -> new String[] {"Authorization", "Bearer " + TestServer.ADMIN_TOKEN},
            "guest", () -> new String[] {"X-Guest-Session-ID", "g"});
    for (Operation operation : calls.api().operations()) {
      String path = operation.path().replaceAll("\\{\\w+}", "0") + "?timeout=0";
      headers.forEach(
          (kind, header) -> {
            int status = server.call(operation.method(), path, "[]", header.get()).status();
            assertThat(status == 401 || status == 403)
                .as("%s with %s: %d", operation.route(), kind, status)
                .isEqualTo(!operation.isOpen() && !operation.isGuardedBy(kind));
          });
    }
  }

  private String newLongTermToken() {
    server.callAs(eve, "DELETE", "/v2/auth/tokens", null);
    return server.callAs(eve, "POST", "/v2/auth/tokens", null).json().get("token").textValue();
  }

  @Test
  void a_missing_resource_is_404() {
    String gone =
        JWT.create()
            .withClaim("user_id", 99)
            .withExpiresAt(Instant.parse("2999-01-01T00:00:00Z"))
            .sign(Algorithm.HMAC256(TestServer.SECRET_KEY));
    calls
        .at("video_id", "AAAAAAAAAAA")
        .at("task_id", 99)
        .at("job_id", "ai-99")
        .at("note_id", 99)
        .at("id", 99)
        .at("conversation_id", 99);
    for (Operation operation : calls.api().answering(404)) {
      boolean onlyAdmin = operation.isGuardedBy("admin") && !operation.isGuardedBy("user");
      calls.as(onlyAdmin ? TestServer.ADMIN_TOKEN : gone);
      calls.expect(404, operation.id());
    }
  }

  @Test
  void a_body_that_is_too_large_is_413() {
    for (Operation operation : calls.api().answering(413)) {
      String told = operation.response(413).findValue("message").textValue();
      int limit = Integer.parseInt(told.replaceAll("\\D", ""));
      calls.expect(413, operation.id(), " ".repeat(limit + 1));
    }
  }

  @Test
  void an_invalid_request_is_422() {
    calls
        .at("video_id", "x")
        .at("task_id", 0)
        .at("job_id", "x")
        .at("note_id", "x")
        .at("id", "x")
        .at("conversation_id", "-1");
    for (Operation operation : calls.api().answering(422)) {
      calls.as(operation.isGuardedBy("admin") ? TestServer.ADMIN_TOKEN : eve);
      calls.expect(422, operation.id(), "?page=0&timeout=0", operation.takesBody() ? "[]" : null);
    }
  }

  @Test
  void too_many_calls_are_429() {
    Rate once = new Rate(1, Duration.ofMinutes(1));
    RateLimits limits =
        new RateLimits(
            Map.of(
                RateGroup.DEFAULT, once,
                RateGroup.AUTH, once,
                RateGroup.CONVERSATIONS, once,
                RateGroup.VIDEOS, once),
            null);
    try (TestServer limiting = TestServer.start(limits, InetAddress::isLoopbackAddress)) {
      DocumentedCalls limited = new DocumentedCalls(limiting);
      limited.at("video_id", "x").at("note_id", "x").at("id", "x").at("conversation_id", "x");
      for (Operation operation : limited.api().answering(429)) {
        int first = operation.isOpen() ? operation.response(422).isMissingNode() ? 200 : 422 : 401;
        String body = operation.takesBody() ? "[]" : null;
        assertThat(limited.expect(first, operation.id(), body).header("X-RateLimit-Remaining"))
            .isEqualTo("0");
        limited.expect(429, operation.id(), body);
        limiting.clock().advance(Duration.ofMinutes(1));
      }
    }
  }

  @Test
  void bad_requests_are_400_and_conflicts_409() {
    calls.expect(400, "signInWithGoogle", "{\"credential\": \"nobody\"}");
    calls.expect(409, "signInWithGoogle", "{\"credential\": \"eve\"}");
    calls.expect(
        409,
        "register",
        "{\"email\": \"eve@example.com\", \"password\": \"correct horse\", \"name\": \"Eve\"}");
    JsonNode note = calls.as(eve).expect(201, "createNote").json().get("id");
    calls.at("note_id", note).at("id", note);
    calls.expect(409, "createNote", "{\"timestamp\": \"1:23\", " + LONG_TEXT);
    calls.expect(409, "editNote", "{" + LONG_TEXT);
    calls.expect(409, "legacyEditNote", "{" + LONG_TEXT);
    calls.expect(
        409,
        "legacyCreateNote",
        "{\"video_id\": \"%s\", \"video_title\": \"t\", \"timestamp\": \"1:23\", "
                .formatted(TestServer.VIDEO)
            + LONG_TEXT);
    calls.expect(200, "createLongTermToken");
    calls.expect(400, "createLongTermToken");
    calls.expect(400, "searchVideos", "?sort=x", null);
    calls.expect(400, "isAlive", "?" + "x".repeat(20_000), null);
    calls.expect(400, "isReady", "?" + "x".repeat(20_000), null);
    calls.expect(400, "editNote", "{}");
    calls.as(TestServer.ADMIN_TOKEN).expect(400, "editAnyNote", "{}");
    calls.expect(409, "editAnyNote", "{" + LONG_TEXT);
    calls.expect(400, "claimTask", "?type=x", null);
    calls.expect(400, "listJobs", "?state=x", null);
    JsonNode task = calls.expect(200, "claimTask", "?type=transcript", null).json().get("task_id");
    calls.at("task_id", task).at("job_id", task).expect(409, "retryJob");
    calls.expect(200, "submitTaskResult");
    calls.expect(400, "submitTaskResult");
    calls.expect(409, "cancelJob");
    misfitOfTheFirstGeneration();
    calls.assertAllSeen(400, 409);
  }

  private void misfitOfTheFirstGeneration() {
    calls.expect(400, "legacySignInWithGoogle", "{\"credential\": \"nobody\"}");
    calls.expect(409, "legacySignInWithGoogle", "{\"credential\": \"eve\"}");
    calls.expect(
        409,
        "legacySignUp",
        "{\"email\": \"eve@example.com\", \"password\": \"correct horse\", \"name\": \"Eve\"}");
    calls.as(eve).expect(400, "legacyCreateLongTermToken");
    calls.expect(400, "legacySearchVideos", "?page=x", null);
    calls.expect(
        400, "legacyCreateNote", "{\"video_id\": \"AAAAAAAAAAA\", \"timestamp\": \"0:01\"}");
    calls.expect(200, "legacyPrepareVideo", "{\"video_id\": \"BBBBBBBBBBB\"}");
    for (String type : List.of("Transcript", "Metadata")) {
      long task = claimOf(type, "BBBBBBBBBBB");
      calls.expect(400, "legacySubmit" + type, report(task, "AAAAAAAAAAA"));
      String report = report(task, "BBBBBBBBBBB");
      calls.as(TestServer.ADMIN_TOKEN).expect(403, "legacySubmit" + type, report);
      calls.as(eve).expect(200, "legacySubmit" + type, report);
    }
    calls.expect(400, "legacyAskWiz", "{\"video_id\": \"BBBBBBBBBBB\", \"message\": \"Why?\"}");
  }

  private long claimOf(String type, String video) {
    Answer task;
    do {
      task = calls.expect(200, "legacyClaim" + type + "Task");
    } while (!task.body().contains(video));
    return task.json().get("task_id").longValue();
  }

  private static String report(long taskId, String video) {
    return "{\"task_id\": %d, \"video_id\": \"%s\", \"success\": false, \"permanent\": true}"
        .formatted(taskId, video);
  }

  @Test
  void a_missing_setting_is_500() {
    Keys none = new Keys(null, null, Duration.ofHours(1), null);
    try (TestServer lacking = TestServer.start(TestServer.settings(none))) {
      DocumentedCalls unset = startingPoint(lacking);
      unset.expect(201, "register");
      unset.expect(500, "logIn");
      unset.expect(500, "signInWithGoogle");
      unset.expect(201, "legacySignUp");
      unset.as("token");
      unset.api().answering(401).stream().map(Operation::id).forEach(id -> unset.expect(500, id));
    }
  }

  @Test
  void an_unavailable_service_is_503() {
    calls.expect(503, "signInWithGoogle", "{\"credential\": \"away\"}");
    server.breakPart(Part.DATABASE);
    calls.expect(503, "isReady");
    calls.as(TestServer.ADMIN_TOKEN).expect(200, "storeTranscript");
    calls.as(eve).at("conversation_id", calls.expect(201, "beginConversation").json().get("id"));
    model.willStream(
        new Next.Failed(
            new ChatModelException(ChatModelException.Kind.UNAVAILABLE, "gone", null, null)));
    calls.expect(503, "askWiz");
  }

  private static DocumentedCalls startingPoint(TestServer server) {
    return new DocumentedCalls(server)
        .at("video_id", TestServer.VIDEO)
        .at("task_id", 1)
        .at("job_id", 1)
        .at("note_id", 1)
        .at("id", 1)
        .at("conversation_id", 1);
  }

  private static Optional<GoogleIdentity> google(String credential) {
    return switch (credential) {
      case "away" -> throw StorageException.unavailable("gone", null);
      case "nobody" ->
          Optional.of(new GoogleIdentity(new GoogleProfile("1", null, null), null, false));
      case "eve" ->
          Optional.of(
              new GoogleIdentity(new GoogleProfile("2", null, null), "eve@example.com", false));
      default -> Optional.empty();
    };
  }
}
