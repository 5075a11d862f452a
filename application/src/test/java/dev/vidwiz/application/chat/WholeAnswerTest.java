package dev.vidwiz.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.StreamedAnswer.Next;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WholeAnswerTest {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final ChatPrompt PROMPT =
      new ChatPrompt(ChatPrompt.Purpose.ANSWER, "Be brief.", List.of(), 10);

  @Test
  void a_model_that_does_not_stream_returns_its_answer_as_one_text() throws Exception {
    try (StreamedAnswer answer = model(prompt -> prompt.system() + " Yes.").stream(PROMPT)) {
      assertThat(answer.next(TIMEOUT)).isEqualTo(new Next.Text("Be brief. Yes."));
      assertThat(answer.next(TIMEOUT)).isEqualTo(new Next.Finished(null, null));
      assertThat(answer.next(TIMEOUT)).isEqualTo(new Next.Finished(null, null));
    }
  }

  @Test
  void a_reader_may_wait_in_steps() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    ChatModel slow =
        model(
            prompt -> {
              asked.await();
              return "Yes.";
            });
    try (StreamedAnswer answer = slow.stream(PROMPT)) {
      assertThat(answer.next(Duration.ofMillis(1))).isEqualTo(new Next.TimedOut());
      asked.countDown();
      assertThat(answer.next(TIMEOUT)).isEqualTo(new Next.Text("Yes."));
    }
  }

  @Test
  void an_empty_answer_is_a_failure() throws Exception {
    assertThat(failure(model(prompt -> " ")).kind()).isEqualTo(ChatModelException.Kind.NO_CONTENT);
  }

  @Test
  void a_failure_of_the_model_is_returned_unchanged() throws Exception {
    ChatModelException refused =
        new ChatModelException(ChatModelException.Kind.KEY_REFUSED, "No such key", null, null);
    assertThat(
            failure(
                model(
                    prompt -> {
                      throw refused;
                    })))
        .isSameAs(refused);
  }

  @Test
  void a_model_that_breaks_is_unavailable() throws Exception {
    ChatModelException failure =
        failure(
            model(
                prompt -> {
                  throw new IllegalStateException("broken");
                }));
    assertThat(failure.kind()).isEqualTo(ChatModelException.Kind.UNAVAILABLE);
    assertThat(failure).hasRootCauseMessage("broken");
  }

  @Test
  void closing_an_answer_interrupts_the_model() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    ChatModel endless =
        model(
            prompt -> {
              asked.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                interrupted.countDown();
              }
              return "";
            });
    StreamedAnswer answer = endless.stream(PROMPT);
    asked.await();
    answer.close();
    assertThat(interrupted.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private static ChatModelException failure(ChatModel model) throws Exception {
    try (StreamedAnswer answer = model.stream(PROMPT)) {
      Next failed = answer.next(TIMEOUT);
      assertThat(failed).isInstanceOf(Next.Failed.class);
      assertThat(answer.next(TIMEOUT)).isEqualTo(failed);
      return ((Next.Failed) failed).reason();
    }
  }

  /** What a model says. */
  @FunctionalInterface
  private interface Reply {

    String to(ChatPrompt prompt) throws InterruptedException;
  }

  private static ChatModel model(Reply reply) {
    return new ChatModel() {
      @Override
      public String name() {
        return "simple";
      }

      @Override
      public Completion complete(ChatPrompt prompt) throws InterruptedException {
        return new Completion(reply.to(prompt));
      }
    };
  }
}
