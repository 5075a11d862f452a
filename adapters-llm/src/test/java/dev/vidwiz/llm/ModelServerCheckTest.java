package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModelServerCheckTest {

  @Test
  void asks_for_the_list_of_models_and_for_nothing_else() {
    try (ScriptedModel model = ScriptedModel.whoseServer(FakeReply.json("{\"data\": []}"))) {
      assertThatCode(() -> look(model)).doesNotThrowAnyException();

      assertThat(model.server.requests())
          .extracting(FakeLlmServer.Request::line)
          .containsExactly("GET /api/v1/models HTTP/1.1");
      assertThat(model.server.requests().getFirst().headers())
          .containsEntry("authorization", "Bearer " + ScriptedModel.KEY);
    }
  }

  @Test
  void a_server_without_a_list_of_models_is_up() {
    assertIsThere(FakeReply.status(404, "no such path"));
    assertIsThere(FakeReply.status(405, ""));
  }

  @Test
  void a_long_list_is_not_read() {
    assertIsThere(FakeReply.events().forever("{}"));
  }

  @Test
  void a_server_that_rejects_the_key_or_fails_is_down() {
    assertIsNotThere(FakeReply.status(401, "{\"error\": {\"message\": \"No auth\"}}"));
    assertIsNotThere(FakeReply.status(429, ""));
    assertIsNotThere(FakeReply.status(503, ""));
    assertIsNotThere(FakeReply.nothing().drop());
    assertIsNotThere(FakeReply.nothing().raw("no HTTP\r\n\r\n").silence());
  }

  @Test
  void a_server_that_does_not_respond_times_out_and_is_disconnected() throws InterruptedException {
    try (ScriptedModel model = ScriptedModel.whoseServer(FakeReply.nothing().silence())) {
      assertThatExceptionOfType(ChatModelException.class)
          .isThrownBy(() -> look(model))
          .withMessage("The list of models did not come in time");
      assertThat(model.server.awaitClientGone(Duration.ofSeconds(10))).isTrue();
    }
  }

  private static void assertIsThere(FakeReply reply) {
    try (ScriptedModel model = ScriptedModel.whoseServer(reply)) {
      assertThatCode(() -> look(model)).doesNotThrowAnyException();
    }
  }

  private static void assertIsNotThere(FakeReply reply) {
    try (ScriptedModel model = ScriptedModel.whoseServer(reply)) {
      assertThatExceptionOfType(ChatModelException.class).isThrownBy(() -> look(model));
    }
  }

  private static void look(ScriptedModel model) throws Exception {
    model.model(Limits.DEFAULTS).check().look();
  }
}
