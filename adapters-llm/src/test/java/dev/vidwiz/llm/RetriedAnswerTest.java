package dev.vidwiz.llm;

import static dev.vidwiz.llm.ScriptedModel.whoseServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import dev.vidwiz.llm.ScriptedModel.Told;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetriedAnswerTest {

  private static final FakeReply BUSY = FakeReply.status(429, "");
  private static final FakeReply ANSWER = FakeReply.saying("At last.");

  @Test
  void the_third_request_may_succeed() throws Exception {
    try (ScriptedModel model = whoseServer(BUSY, FakeReply.status(503, "<html>"), ANSWER)) {
      assertThat(model.ask().text()).isEqualTo("At last.");
      assertThat(model.requests()).isEqualTo(3);
    }
  }

  @Test
  void there_is_no_fourth() throws Exception {
    try (ScriptedModel model = whoseServer(BUSY, BUSY, BUSY, ANSWER)) {
      Told told = model.ask();

      assertThat(told.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(told.failure().retryAfter()).isEmpty();
      assertThat(model.requests()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "Sun, 01 Mar 2026 11:00:00 GMT", "whenever"})
  void a_wait_that_fits_is_waited(String retryAfter) throws Exception {
    FakeReply busy = FakeReply.status(429, "", "Retry-After: " + retryAfter);
    try (ScriptedModel model = whoseServer(busy, ANSWER)) {
      assertThat(model.ask().text()).isEqualTo("At last.");
      assertThat(model.requests()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "Sun, 01 Mar 2026 12:00:11 GMT"})
  void a_wait_that_does_not_fit_ends_it_at_once(String retryAfter) throws Exception {
    FakeReply busy = FakeReply.status(503, "", "Retry-After: " + retryAfter);
    try (ScriptedModel model = whoseServer(busy, ANSWER)) {
      Told told = model.ask();

      assertThat(told.failure().retryAfter()).contains(Duration.ofSeconds(11));
      assertThat(model.requests()).isEqualTo(1);
    }
  }

  @Test
  void a_wait_that_the_first_token_timeout_forbids_ends_it_at_once() throws Exception {
    FakeReply busy = FakeReply.status(429, "", "Retry-After: 9");
    try (ScriptedModel model = whoseServer(busy, ANSWER)) {
      assertThat(model.ask(ScriptedModel.firstTokenWithin(Duration.ofSeconds(8))).failure())
          .returns(Optional.of(Duration.ofSeconds(9)), ChatModelException::retryAfter);
      assertThat(model.requests()).isEqualTo(1);
    }
  }

  @Test
  void a_refused_connection_is_retried() throws Exception {
    URI nowhere;
    try (ServerSocket socket = new ServerSocket(0)) {
      nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    try (StreamedAnswer answer =
        ScriptedModel.model(nowhere, null, Limits.DEFAULTS).stream(ScriptedModel.PROMPT)) {
      Told told = ScriptedModel.read(answer);

      assertThat(told.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(told.failure()).hasMessage("The model's server cannot be reached");
      assertThat(told.failure().isOutage()).isTrue();
    }
  }

  @Test
  void a_failed_connect_is_retried_and_a_broken_connection_is_not() {
    assertThat(Failures.isRetryable(new ConnectException())).isTrue();
    assertThat(Failures.isRetryable(new HttpConnectTimeoutException(""))).isTrue();
    assertThat(Failures.isRetryable(new HttpTimeoutException(""))).isFalse();
    assertThat(Failures.isRetryable(new SocketException("reset"))).isFalse();
  }
}
