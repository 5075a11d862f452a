package dev.vidwiz.llm;

import static dev.vidwiz.llm.ScriptedModel.shortFirstToken;
import static dev.vidwiz.llm.ScriptedModel.shortSilence;
import static dev.vidwiz.llm.ScriptedModel.shortTotal;
import static dev.vidwiz.llm.ScriptedModel.whoseServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.application.chat.StreamedAnswer.Next.Finished;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import dev.vidwiz.llm.ScriptedModel.Told;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimeoutsTest {

  private static final String NO_BEGINNING = "The model did not begin its answer within 150 ms";
  private static final String SILENCE = "The model fell silent for 150 ms";
  private static final String NO_END = "The model did not end its answer within 150 ms";

  @Test
  void a_server_that_never_answers() throws Exception {
    assertTimeout(FakeReply.nothing().silence(), shortFirstToken(), "", NO_BEGINNING);
    assertTimeout(FakeReply.nothing().silence(), shortTotal(), "", NO_END);
  }

  @Test
  void a_server_that_never_begins() throws Exception {
    assertTimeout(FakeReply.events().silence(), shortFirstToken(), "", NO_BEGINNING);
  }

  @Test
  void comments_and_reasoning_are_not_a_beginning() throws Exception {
    assertTimeout(FakeReply.events().forever(": x\n\n"), shortFirstToken(), "", NO_BEGINNING);
    assertTimeout(
        FakeReply.events().forever("data: {\"choices\":[{\"delta\":{\"reasoning\":\"x\"}}]}\n\n"),
        shortFirstToken(),
        "",
        NO_BEGINNING);
  }

  @Test
  void a_server_that_stops_sending_text() throws Exception {
    assertTimeout(FakeReply.events().text("a").silence(), shortSilence(), "a", SILENCE);
  }

  @Test
  void comments_do_not_break_the_silence() throws Exception {
    assertTimeout(FakeReply.events().text("a").forever(": x\n\n"), shortSilence(), "a", SILENCE);
  }

  @Test
  void comments_without_an_end() throws Exception {
    assertTimeout(FakeReply.events().forever(": x\n\n"), shortTotal(), "", NO_END);
  }

  @Test
  void headers_without_an_end() throws Exception {
    try (ScriptedModel model =
        whoseServer(FakeReply.nothing().raw("HTTP/1.1 200 OK\r\n").rawForever("X-More: x\r\n"))) {
      assertThat(model.ask(shortTotal()).failure().kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(model.server.awaitClientGone(Duration.ofSeconds(10))).isTrue();
    }
  }

  @Test
  void an_answer_without_an_end_that_nobody_reads() throws Exception {
    FakeReply endless =
        FakeReply.events().forever("data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n");
    try (ScriptedModel model = whoseServer(endless);
        StreamedAnswer answer = model.model(shortTotal()).stream(ScriptedModel.PROMPT)) {
      assertThat(answer.next(Duration.ofSeconds(10))).isEqualTo(new StreamedAnswer.Next.Text("x"));
      assertThat(model.server.awaitClientGone(Duration.ofSeconds(10))).isTrue();
      assertThat(ScriptedModel.read(answer).failure()).hasMessage(NO_END);
    }
  }

  @Test
  void the_usage_is_not_waited_for_long() throws Exception {
    for (FakeReply reply :
        new FakeReply[] {
          FakeReply.events().text("a").finish("stop").silence(),
          FakeReply.events().text("a").finish("stop").forever(": x\n\n")
        }) {
      try (ScriptedModel model = whoseServer(reply)) {
        assertThat(model.ask(shortSilence()).end()).isEqualTo(new Finished("stop", null));
      }
    }
  }

  @Test
  void a_refusal_without_an_end_is_a_refusal() throws Exception {
    FakeReply endless =
        FakeReply.nothing()
            .raw("HTTP/1.1 400 Bad\r\nContent-Length: 1000000000\r\n\r\n")
            .rawForever("x".repeat(1000));
    try (ScriptedModel model = whoseServer(endless)) {
      assertThat(model.ask().failure().kind()).isEqualTo(Kind.REFUSED);
      assertThat(model.server.awaitClientGone(Duration.ofSeconds(10))).isTrue();
    }
  }

  private static void assertTimeout(FakeReply reply, Limits limits, String text, String message)
      throws InterruptedException {
    try (ScriptedModel model = whoseServer(reply)) {
      Told told = model.ask(limits);

      assertThat(told.text()).isEqualTo(text);
      assertThat(told.failure()).hasMessage(message);
      assertThat(told.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(model.server.awaitClientGone(Duration.ofSeconds(10))).isTrue();
      assertThat(model.requests()).isEqualTo(1);
    }
  }
}
