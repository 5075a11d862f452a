package dev.vidwiz.llm;

import static dev.vidwiz.llm.ScriptedModel.whoseServer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompleteAnswerTest {

  @Test
  void an_answer_comes_whole() throws Exception {
    FakeReply reply = answer("\"Yes.\"");
    try (ScriptedModel model = whoseServer(reply)) {
      assertThat(model.complete()).isEqualTo("Yes.");
      assertThat(model.server.requests().getFirst().body()).contains("\"stream\":false");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, REFUSED",
    "401, KEY_REFUSED",
    "402, UNAVAILABLE",
    "404, REFUSED",
    "429, UNAVAILABLE",
    "503, UNAVAILABLE"
  })
  void an_error_is_not_retried(int status, Kind kind) {
    String error = "{\"error\":{\"code\":" + status + "}}";

    assertThat(failure(FakeReply.status(status, error)).kind()).isEqualTo(kind);
    assertThat(failure(FakeReply.json(error)).kind()).isEqualTo(kind);
  }

  @Test
  void the_server_may_set_the_retry_delay() {
    assertThat(failure(FakeReply.status(429, "", "Retry-After: 120")).retryAfter())
        .contains(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \\n\""})
  void an_answer_without_text_is_none(String content) {
    assertThat(failure(answer(content)).kind()).isEqualTo(Kind.NO_CONTENT);
  }

  @Test
  void a_broken_answer_is_none() {
    assertThat(failure(FakeReply.json("{")).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure(FakeReply.json("{\"choices\":\"?\"}")).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure(FakeReply.nothing().drop()).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure(FakeReply.events().body("{\"choi").drop()).kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void the_total_timeout_ends_the_wait() throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.events().body("{").silence())) {
      ChatModelException failure =
          catchThrowableOfType(
              ChatModelException.class,
              () -> model.model(ScriptedModel.shortTotal()).complete(ScriptedModel.PROMPT));

      assertThat(failure).hasMessage("The model did not end its answer within 150 ms");
      assertThat(model.server.awaitClientGone(Duration.ofSeconds(10))).isTrue();
    }
  }

  @Test
  void an_interrupt_ends_the_wait_and_the_connection() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (ScriptedModel model = whoseServer(FakeReply.nothing().open(asked).silence())) {
      FutureTask<InterruptedException> call =
          new FutureTask<>(
              () -> catchThrowableOfType(InterruptedException.class, () -> model.complete()));
      Thread caller = Thread.ofVirtual().start(call);
      asked.await();

      caller.interrupt();

      assertThat(model.server.awaitClientGone(Duration.ofSeconds(1))).isTrue();
      assertThat(call.get()).isNotNull();
    }
  }

  private static FakeReply answer(String content) {
    return FakeReply.json(
        "{\"choices\":[{\"message\":{\"content\":%s},\"finish_reason\":\"stop\"}]}"
            .formatted(content));
  }

  private static ChatModelException failure(FakeReply reply) {
    try (ScriptedModel model = whoseServer(reply)) {
      ChatModelException failure =
          catchThrowableOfType(ChatModelException.class, () -> model.complete());

      assertThat(model.requests()).isEqualTo(1);
      return failure;
    }
  }
}
