package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reasons to refuse a question, and their order. */
class WizRefusalsTest {

  private static final int SECONDS_OF_A_DAY = 86_400;

  @TempDir Path folder;

  @Test
  void reasons_to_refuse_a_question_have_an_order_and_cost_no_quota() {
    String ready = OnBothDatabases.newVideoId();
    Api guest;
    Chat spent;
    try (FakeLlmServer llm = FakeLlmServer.start(FakeReply.saying("Yes."));
        Server server =
            Server.start(
                folder,
                Map.of(
                    "OPENROUTER_BASE_URL",
                    llm.baseUrl().toString(),
                    "WIZ_GUEST_DAILY_QUOTA",
                    "1"))) {
      server.admin().transcript(ready, "hello").expect(200);
      guest = Api.guest(server.port(), "spendthrift", "10.0.0.1");
      spent = guest.chat(ready);
      assertThat(spent.spendQuota("Why?")).isEqualTo(1);
      assertThat(llm.questions()).hasSize(1);
    }

    try (Server server = Server.start(folder, Map.of("WIZ_GUEST_DAILY_QUOTA", "1"))) {
      Api spendthrift = guest.at(server);
      Api thrifty = Api.guest(server.port(), "thrifty", "10.0.0.2");
      Api admin = server.admin();

      assertRefused(thrifty.post(path(spent), "{\"message\": \"\"}"), 422, null);
      assertRefused(ask(thrifty, spent), 404, "Conversation not found");
      assertSpent(ask(spendthrift, spent));
      assertSpent(spendthrift.chat(OnBothDatabases.newVideoId()).ask("Why?"));

      String video = OnBothDatabases.newVideoId();
      Chat chat = thrifty.chat(video);
      assertThat(chat.ask("Why?").expect(202)).isEqualTo(processing("Transcript processing"));
      fail(admin, video);
      assertThat(chat.ask("Why?").expect(202))
          .isEqualTo(processing(watch(thrifty, video).at("/video/transcript_error").asText()));

      String lost = OnBothDatabases.newVideoId();
      Chat missing = thrifty.chat(lost);
      succeedWithoutTranscript(admin, lost);
      assertRefused(missing.ask("Why?"), 404, "Transcript data missing");

      Chat unanswered = thrifty.chat(ready);
      assertRefused(unanswered.ask("Why?"), 500, "OpenRouter API key not configured");
      assertThat(unanswered.transcript()).isEmpty();
      assertThat(chat.transcript()).isEmpty();
    }
  }

  private static Api.Answer ask(Api caller, Chat chat) {
    return caller.post(path(chat), "{\"message\": \"Why?\"}");
  }

  private static String path(Chat chat) {
    return "/v2/conversations/" + chat.id() + "/messages";
  }

  private static JsonNode processing(String message) {
    return Api.json("{\"status\": \"processing\", \"message\": \"%s\"}".formatted(message));
  }

  private static JsonNode watch(Api caller, String video) {
    try (HeldRequest stream = caller.hold("/v2/videos/" + video + "/stream")) {
      return Api.json(stream.next().substring("data: ".length()));
    }
  }

  private static void fail(Api admin, String video) {
    JsonNode task = claim(admin, video);
    admin
        .post(
            "/v2/internal/tasks/" + task.get("task_id") + "/result",
            """
            {"video_id": "%s", "success": false, "permanent": true,
             "error_message": "This video has no captions."}\
            """
                .formatted(video))
        .expect(200);
  }

  private static void succeedWithoutTranscript(Api admin, String video) {
    JsonNode task = claim(admin, video);
    admin
        .post(
            "/v2/internal/tasks/" + task.get("task_id") + "/result",
            "{\"video_id\": \"%s\", \"success\": true}".formatted(video))
        .expect(200);
  }

  private static JsonNode claim(Api admin, String video) {
    JsonNode task = admin.poll("transcript", 30).expect(200);
    while (!task.get("task_details").get("video_id").asText().equals(video)) {
      task = admin.poll("transcript", 30).expect(200);
    }
    return task;
  }

  private static void assertSpent(Api.Answer answer) {
    assertRefused(answer, 429, "Daily limit reached (1 guest messages/day)");
    int seconds = answer.body().at("/error/details/reset_in_seconds").asInt();
    assertThat(seconds).isPositive().isLessThanOrEqualTo(SECONDS_OF_A_DAY);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue(String.valueOf(seconds));
  }

  private static void assertRefused(Api.Answer answer, int status, String message) {
    JsonNode error = answer.expect(status).get("error");
    assertThat(error.get("code").asText())
        .isEqualTo(
            switch (status) {
              case 404 -> "NOT_FOUND";
              case 422 -> "VALIDATION_ERROR";
              case 429 -> "RATE_LIMIT_EXCEEDED";
              default -> "INTERNAL_ERROR";
            });
    if (message != null) {
      assertThat(error.get("message").asText()).isEqualTo(message);
    }
  }
}
