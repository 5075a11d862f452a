package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server refuses though it need not be sent is left out, and is remembered. */
final class RefusedParametersTest {

  private static final FakeReply WHOLE =
      FakeReply.json("{\"choices\":[{\"message\":{\"content\":\"Yes.\"}}]}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "400 # {'error':{'message':'Not with this model','param':'max_tokens'}} # max_tokens",
        "422 # {'detail':[{'loc':['body','max_tokens'],'msg':'Extra inputs'}]} # max_tokens",
        "422 # {'object':'error','message':{'detail':[{'loc':['body','stream_options']}]}} #"
            + " stream_options",
        "400 # {'message':'unknown field include_usage'} # stream_options",
        "400 # {'error':'streaming: stream is for verified organizations'} # stream",
        "400 # Unrecognized request argument supplied: stream_options # stream_options",
      })
  void a_parameter_is_left_out_from_then_on(int status, String body, String left) throws Exception {
    FakeReply refusal = FakeReply.status(status, body.replace('\'', '"'));
    try (ScriptedModel model = ScriptedModel.whoseServer(refusal, FakeReply.saying("Yes."))) {
      OpenRouterChatModel same = model.model(Limits.DEFAULTS);
      ask(same);
      ask(same);

      assertThat(bodies(model))
          .extracting(sent -> sent.has(left))
          .containsExactly(true, false, false);
      assertThat(same.dialect()).hasSize(1);
    }
  }

  @Test
  void the_token_limit_is_renamed_and_then_omitted() throws Exception {
    try (ScriptedModel model =
        ScriptedModel.whoseServer(
            refusal("use max_completion_tokens for max_tokens"),
            refusal("no max_completion_tokens"),
            WHOLE)) {
      assertThat(model.complete()).isEqualTo("Yes.");

      List<JsonNode> sent = bodies(model);
      assertThat(sent.get(1).get("max_completion_tokens").intValue()).isEqualTo(4096);
      assertThat(sent.get(1).has("max_tokens")).isFalse();
      assertThat(sent.get(2).toString()).doesNotContain("tokens");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System role not supported",
        "'messages[0].role' does not support 'system' with this model.",
        "Developer instruction is not enabled for models/x",
        "Conversation roles must alternate user/assistant"
      })
  void rules_go_into_the_first_message_of_the_user(String message) throws Exception {
    try (ScriptedModel model = ScriptedModel.whoseServer(refusal(message), WHOLE)) {
      assertThat(model.complete()).isEqualTo("Yes.");

      JsonNode messages = bodies(model).get(1).get("messages");
      assertThat(messages).hasSize(1);
      assertThat(messages.get(0).get("role").textValue()).isEqualTo("user");
      assertThat(messages.get(0).get("content").textValue()).isEqualTo("Rules.\n\nWhy?");
    }
  }

  @Test
  void a_refusal_inside_a_success_is_one_too() throws Exception {
    FakeReply refusal = FakeReply.events().error(400, "stream_options: unknown").done();
    try (ScriptedModel model = ScriptedModel.whoseServer(refusal, FakeReply.saying("Yes."))) {
      assertThat(model.ask().text()).isEqualTo("Yes.");
      assertThat(model.requests()).isEqualTo(2);
    }
  }

  @Test
  void an_omission_that_does_not_help_is_not_remembered() throws Exception {
    FakeReply refusal = refusal("prompt and max_tokens are longer than the context");
    try (ScriptedModel model =
        ScriptedModel.whoseServer(refusal, refusal, refusal, FakeReply.saying("Yes."))) {
      OpenRouterChatModel same = model.model(Limits.DEFAULTS);
      assertThat(ScriptedModel.read(same.stream(ScriptedModel.PROMPT)).failure().kind())
          .isEqualTo(dev.vidwiz.application.chat.ChatModelException.Kind.REFUSED);
      ask(same);

      assertThat(bodies(model).getLast().has("max_tokens")).isTrue();
      assertThat(same.dialect()).isEmpty();
    }
  }

  private static FakeReply refusal(String message) {
    return FakeReply.status(400, "{\"error\":{\"message\":\"" + message + "\"}}");
  }

  private static void ask(OpenRouterChatModel model) throws InterruptedException {
    assertThat(ScriptedModel.read(model.stream(ScriptedModel.PROMPT)).text()).isEqualTo("Yes.");
  }

  private static List<JsonNode> bodies(ScriptedModel model) throws Exception {
    return model.server.requests().stream().map(request -> json(request.body())).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
