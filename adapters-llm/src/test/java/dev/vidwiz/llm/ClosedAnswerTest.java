package dev.vidwiz.llm;

import static dev.vidwiz.llm.ScriptedModel.whoseServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.application.chat.StreamedAnswer.Next;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Closing an answer ends its connection within the second that the server has to notice. */
final class ClosedAnswerTest {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

  @Test
  void while_the_head_is_awaited() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    FakeReply reply = FakeReply.nothing().open(asked).silence();
    try (ScriptedModel model = whoseServer(reply)) {
      StreamedAnswer answer = ask(model);
      asked.await();

      answer.close();

      assertThat(model.server.awaitClientGone(A_SECOND)).isTrue();
    }
  }

  @Test
  void while_the_first_text_is_awaited() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    FakeReply reply = FakeReply.events().comment("x").open(asked).silence();
    try (ScriptedModel model = whoseServer(reply)) {
      StreamedAnswer answer = ask(model);
      asked.await();

      answer.close();

      assertThat(model.server.awaitClientGone(A_SECOND)).isTrue();
    }
  }

  @Test
  void while_more_text_is_awaited() throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.events().text("a").silence())) {
      StreamedAnswer answer = ask(model);
      assertThat(answer.next(Duration.ofSeconds(10))).isEqualTo(new Next.Text("a"));

      answer.close();

      assertThat(model.server.awaitClientGone(A_SECOND)).isTrue();
    }
  }

  @Test
  void while_text_pours_in() throws Exception {
    FakeReply endless =
        FakeReply.events().forever("data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n");
    try (ScriptedModel model = whoseServer(endless)) {
      StreamedAnswer answer = ask(model);
      assertThat(answer.next(Duration.ofSeconds(10))).isEqualTo(new Next.Text("x"));

      answer.close();

      assertThat(model.server.awaitClientGone(A_SECOND)).isTrue();
    }
  }

  @Test
  void while_a_retry_is_awaited() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    FakeReply busy = FakeReply.status(429, "", "Retry-After: 9").open(refused);
    try (ScriptedModel model = whoseServer(busy)) {
      StreamedAnswer answer = ask(model);
      refused.await();

      answer.close();

      assertThat(answer.next(Duration.ofSeconds(5))).isInstanceOf(Next.Failed.class);
      assertThat(model.requests()).isEqualTo(1);
    }
  }

  @Test
  void closing_twice_or_after_the_end_is_harmless() throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.saying("a"))) {
      StreamedAnswer answer = ask(model);
      Next end = ScriptedModel.read(answer).end();

      answer.close();
      answer.close();

      assertThat(answer.next(Duration.ZERO)).isEqualTo(end);
    }
  }

  private static StreamedAnswer ask(ScriptedModel model) {
    return model.model(Limits.DEFAULTS).stream(ScriptedModel.PROMPT);
  }
}
