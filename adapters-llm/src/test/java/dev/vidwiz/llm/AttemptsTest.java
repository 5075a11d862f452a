package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class AttemptsTest {

  @Test
  void an_out_of_memory_error_fails_the_answer_and_closes_the_connection() throws Exception {
    try (FakeLlmServer llm = FakeLlmServer.start(FakeReply.events().text("a").silence())) {
      OpenRouterSettings settings =
          new OpenRouterSettings(llm.baseUrl(), null, "test/model", null, null, Limits.DEFAULTS);
      Attempts attempts =
          new Attempts(
              new ModelServer(settings, InstantSource.system()),
              new ChatRequest(settings, ScriptedModel.PROMPT, true),
              RetryRule.DEFAULT,
              piece -> {
                throw new OutOfMemoryError("as if");
              });

      ChatModelException failure = catchThrowableOfType(ChatModelException.class, attempts::run);

      assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(llm.awaitClientGone(Duration.ofSeconds(10))).isTrue();
      assertThat(llm.requests()).hasSize(1);
    }
  }
}
