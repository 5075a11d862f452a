package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wiz in the legacy API. */
class LegacyWizTest {

  private static final AtomicInteger GUESTS = new AtomicInteger();

  private static FakeLlmServer llm;
  private static Server server;

  private final String video = OnBothDatabases.newVideoId();
  private final String address = "10.0.0." + GUESTS.incrementAndGet();
  private final Api guest = Api.guest(server.port(), "browser at " + address, address);

  @BeforeAll
  static void start(@TempDir Path folder) {
    llm = FakeLlmServer.start(FakeReply.saying("Yes."));
    server =
        Server.start(
            folder,
            Map.of("OPENROUTER_BASE_URL", llm.baseUrl().toString(), "WIZ_GUEST_DAILY_QUOTA", "2"));
  }

  @AfterAll
  static void stop() {
    server.close();
    llm.close();
  }

  @Test
  void preparing_a_video_returns_the_queued_tasks() {
    JsonNode first = prepare();
    assertThat(first.get("video_id").textValue()).isEqualTo(video);
    assertThat(first.get("is_new").booleanValue()).isTrue();
    assertThat(first.get("message").isTextual()).isTrue();
    assertThat(first.get("tasks_queued").valueStream().map(JsonNode::textValue))
        .containsExactlyInAnyOrder("transcript", "metadata");

    JsonNode second = prepare();
    assertThat(second.get("is_new").booleanValue()).isFalse();
    assertThat(second.get("tasks_queued").isNull()).isTrue();

    assertThat(
            server
                .api()
                .post("/api/wiz/init", "{\"video_id\": \"x\", \"title\": \"y\"}")
                .refusedFields())
        .containsExactlyInAnyOrder("body.video_id value_error", "body.title extra_forbidden");
  }

  @Test
  void anybody_can_read_the_readiness_of_a_video() {
    String path = "/api/wiz/video/" + video;
    assertThat(server.api().get(path).status()).isEqualTo(404);
    prepare();

    assertThat(server.api().get(path).expect(200))
        .isEqualTo(
            Api.json(
                """
                {"video_id": "%s", "title": null, "transcript_available": false,
                 "metadata": null, "summary": null}\
                """
                    .formatted(video)));
    assertThat(server.api().get("/api/wiz/video/x").status()).isEqualTo(422);
  }

  @Test
  void a_conversation_requires_a_video_and_a_user_or_guest() {
    String body = "{\"video_id\": \"%s\"}".formatted(video);
    assertThat(guest.post("/api/wiz/conversation", body).status()).isEqualTo(404);
    prepare();

    JsonNode begun = guest.post("/api/wiz/conversation", body).expect(200);

    assertThat(begun.get("video_id").textValue()).isEqualTo(video);
    guest.get("/v2/conversations/" + begun.get("conversation_id")).expect(200);
    assertThat(server.api().post("/api/wiz/conversation", body).status()).isEqualTo(401);
    assertThat(guest.post("/api/wiz/conversation", "{\"a\": 1}").refusedFields())
        .containsExactlyInAnyOrder("body.video_id missing", "body.a extra_forbidden");
  }

  @Test
  void questions_are_answered_in_existing_and_new_conversations() {
    server.admin().transcript(video, "hello").expect(200);
    JsonNode begun =
        guest.post("/api/wiz/conversation", "{\"video_id\": \"%s\"}".formatted(video)).expect(200);
    String id = begun.get("conversation_id").asText();

    ask(guest, video, ", \"conversation_id\": " + id).expectEvents("Yes.");
    ask(guest, video, "").expectEvents("Yes.");

    assertThat(new Chat(guest, Long.parseLong(id)).transcript())
        .containsExactly("user: Why?", "assistant: Yes.");
    assertThat(new Chat(guest, Long.parseLong(id) + 1).transcript())
        .containsExactly("user: Why?", "assistant: Yes.");
    assertThat(ask(guest, video, "").refusal(429))
        .isEqualTo("Daily limit reached (2 guest messages/day)");
    assertThat(guest.get("/v2/conversations/" + (Long.parseLong(id) + 2)).status()).isEqualTo(404);
  }

  @Test
  void reasons_to_refuse_a_question_have_an_order() {
    int before = llm.questions().size();
    assertThat(ask(guest, video, "").status()).isEqualTo(404);
    prepare();
    assertThat(ask(guest, video, "").expect(202).get("message").textValue())
        .isEqualTo("Transcript processing");
    fail();
    assertThat(ask(guest, video, "").refusal(400))
        .isEqualTo("Transcript unavailable. Please init session first.");

    String other = OnBothDatabases.newVideoId();
    server.admin().transcript(other, "hello").expect(200);
    long id = guest.chat(other).id();
    String conversation = ", \"conversation_id\": " + id;
    assertThat(ask(guest, video, conversation).status()).isEqualTo(404);
    Api stranger = Api.guest(server.port(), "another at " + address, address);
    assertThat(ask(stranger, other, conversation).status()).isEqualTo(404);
    assertThat(ask(server.api(), other, "").status()).isEqualTo(401);
    assertThat(ask(guest, "x", ", \"conversation_id\": \"1\", \"model\": 1").refusedFields())
        .containsExactlyInAnyOrder(
            "body.video_id value_error",
            "body.conversation_id int_parsing",
            "body.model extra_forbidden");
    assertThat(llm.questions()).hasSize(before);
  }

  private JsonNode prepare() {
    return server
        .api()
        .post("/api/wiz/init", "{\"video_id\": \"%s\"}".formatted(video))
        .expect(200);
  }

  private void fail() {
    JsonNode task;
    do {
      task = server.admin().poll("transcript", 30).expect(200);
    } while (!task.at("/task_details/video_id").textValue().equals(video));
    server
        .admin()
        .post(
            "/api/tasks/transcript",
            """
            {"task_id": %s, "video_id": "%s", "success": false, "permanent": true}\
            """
                .formatted(task.get("task_id"), video))
        .expect(200);
  }

  private static Api.Answer ask(Api caller, String video, String more) {
    return caller.post(
        "/api/wiz/chat",
        """
        {"video_id": "%s", "message": "Why?"%s}\
        """
            .formatted(video, more));
  }
}
