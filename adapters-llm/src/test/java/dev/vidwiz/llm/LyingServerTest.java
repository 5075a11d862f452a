package dev.vidwiz.llm;

import static dev.vidwiz.llm.ScriptedModel.PROMPT;
import static dev.vidwiz.llm.ScriptedModel.whoseServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.application.chat.StreamedAnswer.Next;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import dev.vidwiz.llm.ScriptedModel.Told;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LyingServerTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":",
        "{} {}",
        "{\"choices\":{\"0\":1}}",
        "{\"choices\":[1]}",
        "{\"choices\":[{\"delta\":\"x\"}]}",
        "{\"choices\":[{\"delta\":{\"content\":1}}]}",
        "{\"choices\":[{\"delta\":{\"content\":[1]}}]}"
      })
  void a_malformed_event_fails_the_answer(String event) throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.events().text("a").event(event).silence())) {
      Told told = model.ask();

      assertThat(told.text()).isEqualTo("a");
      assertThat(told.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(model.server.awaitClientGone(TEN_SECONDS)).isTrue();
      assertThat(model.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"ping\":1}",
        "{\"choices\":null}",
        "{\"choices\":[]}",
        "{\"choices\":[{}]}",
        "{\"choices\":[{\"delta\":null}]}",
        "{\"usage\":\"much\"}",
        "{\"usage\":{}}",
        "[]",
        "42",
        "null",
        "\"text\"",
        "keep-alive",
        "[ping]",
        "{\"choices\":{}}",
        "{\"choices\":[{\"delta\":[]}]}",
        "{\"choices\":[{\"delta\":{},\"finish_reason\":1}]}",
        "{\"error\":{},\"logprobs\":NaN}",
        "{\"error\":false,\"id\":[]}",
        "{\"type\":\"ping\",\"message\":\"still here\"}",
        "",
        "{\"choices\":[{\"delta\":{\"content\":null},\"finish_reason\":\"\"}]}"
      })
  void an_empty_event_is_ignored(String event) throws Exception {
    FakeReply reply = FakeReply.events().event(event).text("a").event(event).finish("stop").done();
    try (ScriptedModel model = whoseServer(reply)) {
      Told told = model.ask();

      assertThat(told.pieces()).containsExactly("a");
      assertThat(told.end()).hasToString("Finished[finishReason=stop, usage=null]");
    }
  }

  @Test
  void an_event_without_an_end_is_not_collected() throws Exception {
    FakeReply endless = FakeReply.events().body("data: ").forever("x".repeat(10_000));
    try (ScriptedModel model = whoseServer(endless)) {
      assertThat(model.ask().failure())
          .hasMessage("The model's server sent an event of more than 1048576 bytes");
      assertThat(model.server.awaitClientGone(TEN_SECONDS)).isTrue();
    }
  }

  @Test
  void a_document_without_an_end_is_not_collected() throws Exception {
    FakeReply endless = FakeReply.events().body("{").forever(" ".repeat(10_000));
    try (ScriptedModel model = whoseServer(endless)) {
      assertThat(model.ask().failure())
          .hasMessage("The model's server sent an event of more than 1048576 bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is this\r\n\r\n",
        "HTTP/1.1 many OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nNo name: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nmany\r\n"
      })
  void a_malformed_response_closes_only_its_own_connection(String response) throws Exception {
    try (ScriptedModel model =
        whoseServer(
            FakeReply.events().text("a").silence(),
            FakeReply.nothing().raw(response),
            FakeReply.events().text("c").done().silence())) {
      OpenRouterChatModel same = model.model(Limits.DEFAULTS);
      StreamedAnswer first = same.stream(PROMPT);
      assertThat(first.next(TEN_SECONDS)).isEqualTo(new Next.Text("a"));

      assertThat(ScriptedModel.read(same.stream(PROMPT)).failure().kind())
          .isEqualTo(Kind.UNAVAILABLE);

      assertThat(ScriptedModel.read(same.stream(PROMPT)).text()).isEqualTo("c");
      assertThat(first.next(Duration.ofMillis(1))).isEqualTo(new Next.TimedOut());
      first.close();
      assertThat(model.server.awaitClientGone(TEN_SECONDS)).isTrue();
    }
  }

  @Test
  void a_compressed_answer_is_refused() throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.status(200, "x", "Content-Encoding: gzip"))) {
      assertThat(model.ask().failure())
          .hasMessage("The model's server sent a compressed answer, unasked");
    }
  }

  @Test
  void a_web_page_is_no_answer() throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.status(200, "<html>\n\nHello</html>"))) {
      assertThat(model.ask().failure().kind()).isEqualTo(Kind.UNAVAILABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void the_key_is_not_carried_to_another_address(int status) throws Exception {
    try (FakeLlmServer elsewhere = FakeLlmServer.start(FakeReply.saying("Mine."));
        ScriptedModel model =
            whoseServer(FakeReply.status(status, "", "Location: " + elsewhere.baseUrl()))) {
      assertThat(model.ask().failure().kind()).isEqualTo(Kind.REFUSED);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 500})
  void an_echoed_key_is_not_shown(int status) throws Exception {
    String echo = "{\"error\":{\"code\":400,\"message\":\"Got " + ScriptedModel.KEY + "\"}}";
    assertKeyHidden(FakeReply.status(status, echo));
    assertKeyHidden(FakeReply.status(status, ScriptedModel.KEY));
    assertKeyHidden(FakeReply.events().event(echo));
    assertKeyHidden(FakeReply.events().event(ScriptedModel.KEY));
    assertKeyHidden(FakeReply.nothing().raw("HTTP/1.1 " + ScriptedModel.KEY + " \r\n\r\n"));
    assertKeyHidden(FakeReply.nothing().raw(ScriptedModel.KEY + "\r\n\r\n"));
    assertKeyHidden(
        FakeReply.nothing()
            .raw("HTTP/1.1 200 OK\r\nContent-Length: " + ScriptedModel.KEY + "\r\n\r\n"));
  }

  @Test
  void a_long_error_is_shortened_to_a_line() throws Exception {
    String message = "Because\\n\\u0000 " + "of this ".repeat(1000);
    FakeReply reply = FakeReply.status(400, "[{\"error\":{\"message\":\"" + message + "\"}}]");
    try (ScriptedModel model = whoseServer(reply)) {
      ChatModelException failure = model.ask().failure();

      assertThat(failure)
          .hasMessageStartingWith("The model's server answered with status 400: Because of this ")
          .hasMessageEndingWith("…");
      assertThat(failure.getMessage()).hasSizeLessThan(300);
    }
  }

  private static void assertKeyHidden(FakeReply reply) throws InterruptedException {
    try (ScriptedModel model = whoseServer(reply)) {
      StringWriter trace = new StringWriter();
      model.ask().failure().printStackTrace(new PrintWriter(trace));

      assertThat(trace.toString()).doesNotContain(ScriptedModel.KEY);
    }
  }
}
