package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.application.chat.ChatPrompt.Turn;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.llm.FakeLlmServer.Request;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a server sees of a request. */
final class ChatRequestTest {

  private static final ChatPrompt PROMPT =
      new ChatPrompt(
          ChatPrompt.Purpose.ANSWER,
          "Rules 🎬",
          List.of(
              new Turn(Role.USER, "Hi"),
              new Turn(Role.ASSISTANT, "Hello \"you\""),
              new Turn(Role.USER, "Why?\uD83C")),
          123);

  @Test
  void the_body_holds_the_prompt_and_asks_for_a_stream_with_usage() throws Exception {
    JsonNode expected =
        json(
            """
            {
              "model": "test/model",
              "messages": [
                {"role": "system", "content": "Rules 🎬"},
                {"role": "user", "content": "Hi"},
                {"role": "assistant", "content": "Hello \\"you\\""},
                {"role": "user", "content": "Why??"}
              ],
              "max_tokens": 123,
              "stream": true,
              "stream_options": {"include_usage": true}
            }
            """);

    Request request = request("sk-1", null, null);

    assertThat(request.line()).isEqualTo("POST /api/v1/chat/completions HTTP/1.1");
    assertThat(json(request.body())).isEqualTo(expected);
    assertThat(request.headers()).containsEntry("content-type", "application/json");
  }

  @Test
  void the_headers_identify_the_client() throws Exception {
    assertThat(request("sk-1", "https://vidwiz.example", "VidWiz").headers())
        .containsEntry("authorization", "Bearer sk-1")
        .containsEntry("http-referer", "https://vidwiz.example")
        .containsEntry("x-title", "VidWiz");
  }

  @Test
  void what_is_not_set_is_not_sent() throws Exception {
    assertThat(request(null, null, null).headers())
        .doesNotContainKeys(
            "authorization", "http-referer", "x-title", "accept-encoding", "upgrade");
  }

  @Test
  void thoughts_in_former_answers_are_not_sent_back() throws Exception {
    ChatPrompt prompt =
        new ChatPrompt(
            ChatPrompt.Purpose.ANSWER,
            "Rules",
            List.of(
                new Turn(Role.USER, "What is <think>?"),
                new Turn(Role.ASSISTANT, "<think>Hm.</think>\n\nA tag."),
                new Turn(Role.USER, "And?"),
                new Turn(Role.ASSISTANT, "Hm.</think>No more."),
                new Turn(Role.USER, "Really?"),
                new Turn(Role.ASSISTANT, "<thinking>Hm."),
                new Turn(Role.USER, "Well?")),
            123);

    JsonNode messages = json(request(prompt, null, null, null).body()).get("messages");

    assertThat(messages.valueStream().map(message -> message.get("content").textValue()))
        .containsExactly(
            "Rules", "What is <think>?", "A tag.", "And?", "No more.", "Really?", "Well?");
  }

  private static Request request(
      @Nullable String key, @Nullable String referer, @Nullable String title)
      throws InterruptedException {
    return request(PROMPT, key, referer, title);
  }

  private static Request request(
      ChatPrompt prompt, @Nullable String key, @Nullable String referer, @Nullable String title)
      throws InterruptedException {
    try (FakeLlmServer server = FakeLlmServer.start(FakeReply.saying("Yes."))) {
      OpenRouterSettings settings =
          new OpenRouterSettings(
              server.baseUrl(), key, "test/model", referer, title, Limits.DEFAULTS);
      OpenRouterChatModel model = new OpenRouterChatModel(settings, InstantSource.system());
      assertThat(model.name()).isEqualTo("test/model");
      try (StreamedAnswer answer = model.stream(prompt)) {
        assertThat(ScriptedModel.read(answer).text()).isEqualTo("Yes.");
      }
      return server.requests().getFirst();
    }
  }

  private static JsonNode json(String text) throws Exception {
    return JsonMapper.builder().build().readTree(text);
  }
}
