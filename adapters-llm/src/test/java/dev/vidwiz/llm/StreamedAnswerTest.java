package dev.vidwiz.llm;

import static dev.vidwiz.llm.ScriptedModel.whoseServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.application.chat.StreamedAnswer.Next.Finished;
import dev.vidwiz.domain.chat.TokenUsage;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import dev.vidwiz.llm.ScriptedModel.Told;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class StreamedAnswerTest {

  @Test
  void an_answer_comes_in_its_pieces_with_its_usage() throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.saying("Because", " of", " that."))) {
      Told told = model.ask();

      assertThat(told.pieces()).containsExactly("Because", " of", " that.");
      assertThat(told.end()).isEqualTo(new Finished("stop", new TokenUsage(11, 7, 18)));
      assertThat(model.requests()).isEqualTo(1);
    }
  }

  @Test
  void comments_before_and_within_are_ignored() throws Exception {
    FakeReply reply =
        FakeReply.events()
            .comment("OPENROUTER PROCESSING")
            .comment("OPENROUTER PROCESSING")
            .text("a")
            .comment("still here")
            .text("b")
            .finish("stop")
            .done();
    try (ScriptedModel model = whoseServer(reply)) {
      Told told = model.ask();

      assertThat(told.pieces()).containsExactly("a", "b");
      assertThat(told.end()).isEqualTo(new Finished("stop", null));
    }
  }

  @Test
  void each_piece_is_passed_on_before_the_next_has_come() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    FakeReply reply =
        FakeReply.events().text("first").waitFor(seen).text("second").finish("stop").done();
    try (ScriptedModel model = whoseServer(reply);
        StreamedAnswer answer = model.model(Limits.DEFAULTS).stream(ScriptedModel.PROMPT)) {
      assertThat(answer.next(Duration.ofSeconds(10)))
          .isEqualTo(new StreamedAnswer.Next.Text("first"));
      assertThat(answer.next(Duration.ofMillis(1))).isEqualTo(new StreamedAnswer.Next.TimedOut());
      seen.countDown();
      assertThat(ScriptedModel.read(answer).text()).isEqualTo("second");
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Finished("stop", null));
    }
  }

  @Test
  void a_character_cut_between_packets_stays_whole() throws Exception {
    byte[] event =
        "data: {\"choices\":[{\"delta\":{\"content\":\"🎬\"}}]}\n\n"
            .getBytes(StandardCharsets.UTF_8);
    int cut = event.length - 9;
    FakeReply reply =
        FakeReply.events()
            .body(Arrays.copyOf(event, cut))
            .body(Arrays.copyOfRange(event, cut, event.length))
            .finish("stop")
            .done();
    try (ScriptedModel model = whoseServer(reply)) {
      assertThat(model.ask().pieces()).containsExactly("🎬");
    }
  }

  @Test
  void reasoning_is_not_content() throws Exception {
    FakeReply reply =
        FakeReply.events().reasoning("Hmm.").text("Yes.").reasoning("?").finish("stop").done();
    try (ScriptedModel model = whoseServer(reply)) {
      assertThat(model.ask().pieces()).containsExactly("Yes.");
    }
  }

  @Test
  void an_answer_of_reasoning_alone_is_none() throws Exception {
    FakeReply reply = FakeReply.events().reasoning("Hmm.").finish("stop").usage(3, 4).done();
    assertNoContent(reply);
  }

  @Test
  void an_empty_answer_is_none() throws Exception {
    assertNoContent(FakeReply.events().text("").finish("stop").done());
    assertNoContent(FakeReply.events().done());
    assertNoContent(
        FakeReply.json(
            "{\"choices\":[{\"message\":{\"content\":null},\"finish_reason\":\"stop\"}]}"));
  }

  @Test
  void either_a_reason_or_done_is_an_end() throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.events().text("a").finish("length"))) {
      assertThat(model.ask().end()).isEqualTo(new Finished("length", null));
    }
    try (ScriptedModel model = whoseServer(FakeReply.events().text("a").done().silence())) {
      assertThat(model.ask().end()).isEqualTo(new Finished(null, null));
    }
  }

  @Test
  void an_end_without_either_is_a_failure() throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.events().text("a").usage(1, 2))) {
      Told told = model.ask();

      assertThat(told.text()).isEqualTo("a");
      assertThat(told.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(model.requests()).isEqualTo(1);
    }
  }

  @Test
  void a_connection_that_breaks_after_the_reason_ends_a_whole_answer() throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.events().text("a").finish("stop").drop())) {
      assertThat(model.ask().end()).isEqualTo(new Finished("stop", null));
    }
  }

  @Test
  void an_answer_in_one_piece_is_taken_too() throws Exception {
    FakeReply reply =
        FakeReply.json(
            "\n {\"choices\":[{\"message\":{\"content\":\"Yes.\"},\"finish_reason\":\"stop\"}]}");
    try (ScriptedModel model = whoseServer(reply)) {
      Told told = model.ask();

      assertThat(told.pieces()).containsExactly("Yes.");
      assertThat(told.end()).isEqualTo(new Finished("stop", null));
    }
  }

  private static void assertNoContent(FakeReply reply) throws InterruptedException {
    try (ScriptedModel model = whoseServer(reply)) {
      Told told = model.ask();

      assertThat(told.pieces()).isEmpty();
      assertThat(told.failure().kind()).isEqualTo(Kind.NO_CONTENT);
      assertThat(told.failure()).hasMessage("No response from the model");
      assertThat(model.requests()).isEqualTo(1);
    }
  }
}
