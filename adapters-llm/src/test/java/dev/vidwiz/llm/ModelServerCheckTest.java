package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.health.DownException;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "401, The key is refused",
    "403, The key is refused",
    "402, The credits are used up",
    "429, Too many requests",
    "503, It answers with status 503"
  })
  void a_server_that_rejects_the_key_or_fails_is_down(int status, String reason) {
    try (ScriptedModel model = ScriptedModel.whoseServer(FakeReply.status(status, "no"))) {
      assertThatExceptionOfType(DownException.class)
          .isThrownBy(() -> look(model))
          .withMessage(reason)
          .withCauseInstanceOf(ChatModelException.class);
    }
  }

  @Test
  void a_server_that_does_not_speak_http_is_down() {
    assertIsNotThere(FakeReply.nothing().drop());
    assertIsNotThere(FakeReply.nothing().raw("no HTTP\r\n\r\n").silence());
  }

  @Test
  void a_server_that_does_not_respond_times_out_and_is_disconnected() throws InterruptedException {
    try (ScriptedModel model = ScriptedModel.whoseServer(FakeReply.nothing().silence())) {
      assertThatExceptionOfType(ChatModelException.class)
          .isThrownBy(() -> look(model))
          .withMessage("The list of models did not come in time")
          .withCauseInstanceOf(HttpTimeoutException.class);
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
