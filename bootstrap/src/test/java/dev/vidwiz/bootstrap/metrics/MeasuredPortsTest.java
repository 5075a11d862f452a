package dev.vidwiz.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.application.chat.ChatPrompt.Purpose;
import dev.vidwiz.application.chat.Completion;
import dev.vidwiz.application.chat.ScriptedChatModel;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.application.chat.StreamedAnswer.Next;
import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.chat.TokenUsage;
import dev.vidwiz.domain.job.AiJobKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The metrics of models and queues, whose answers are passed on unchanged. */
class MeasuredPortsTest {

  private final Metrics metrics = new Metrics("1");
  private final ScriptedChatModel scripted = new ScriptedChatModel();
  private final ChatModel model = metrics.measured(scripted);

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void an_answer_is_counted_once_with_its_tokens() throws InterruptedException {
    Next.Finished end = new Next.Finished("stop", new TokenUsage(11, 7, 18));
    scripted.willStream(new Next.TimedOut(), new Next.Text("Yes"), new Next.Text("."), end);

    assertThat(read(Purpose.ANSWER)).isEqualTo(end);

    assertThat(calls("answer", "answered")).isEqualTo(1);
    assertThat(metrics.metrics())
        .contains(
            "vidwiz_llm_first_token_seconds_count{purpose=\"answer\"} 1\n",
            "vidwiz_llm_tokens_total{direction=\"in\",purpose=\"answer\"} 11.0\n",
            "vidwiz_llm_tokens_total{direction=\"out\",purpose=\"answer\"} 7.0\n");
  }

  @Test
  void a_failed_answer_is_counted_by_reason() throws InterruptedException {
    scripted.willStream(new Next.Failed(failure(Kind.KEY_REFUSED)));

    read(Purpose.ANSWER);

    assertThat(calls("answer", "key_refused")).isEqualTo(1);
    assertThat(metrics.metrics()).doesNotContain("vidwiz_llm_first_token_seconds_count{");
  }

  @Test
  void an_answer_is_counted_as_closed_when_the_client_disconnects() throws InterruptedException {
    scripted.willStream(new Next.Text("Ye"), new Next.Text("s"), new Next.Finished("stop", null));
    try (StreamedAnswer answer = model.stream(prompt(Purpose.ANSWER))) {
      answer.next(Duration.ZERO);
    }

    assertThat(scripted.closedEarly()).isEqualTo(1);
    assertThat(calls("answer", "closed")).isEqualTo(1);
    assertThat(calls("answer", "answered")).isZero();
  }

  @Test
  void completions_are_counted_by_purpose() throws InterruptedException {
    scripted.willComplete("A note");
    scripted.willComplete(failure(Kind.UNAVAILABLE));

    assertThat(model.complete(prompt(Purpose.NOTE)).text()).isEqualTo("A note");
    assertThatThrownBy(() -> model.complete(prompt(Purpose.SUMMARY)))
        .isInstanceOf(ChatModelException.class);

    assertThat(calls("note", "answered")).isEqualTo(1);
    assertThat(calls("summary", "unavailable")).isEqualTo(1);
    assertThat(calls("summary", "answered")).isZero();
  }

  @Test
  void negative_token_counts_are_ignored() throws InterruptedException {
    ChatModel lying =
        metrics.measured(
            new ChatModel() {
              @Override
              public String name() {
                return "lying";
              }

              @Override
              public Completion complete(ChatPrompt prompt) {
                return new Completion("A note", new TokenUsage(-5, 3, -2));
              }
            });

    assertThat(lying.complete(prompt(Purpose.NOTE)).text()).isEqualTo("A note");
    assertThat(metrics.metrics())
        .contains(
            "vidwiz_llm_tokens_total{direction=\"in\",purpose=\"note\"} 0.0\n",
            "vidwiz_llm_tokens_total{direction=\"out\",purpose=\"note\"} 3.0\n");
  }

  @Test
  void jobs_are_counted_as_sent_when_the_queue_accepts_them() {
    AiJobMessage[] jobs = new AiJobMessage[3];
    JobPublisher choosy = metrics.counted(new Queue(1));
    JobPublisher broken = metrics.counted(new Queue(-1));

    assertThat(choosy.publish(AiJobKind.SUMMARY, Arrays.asList(jobs))).hasSize(1);
    assertThatThrownBy(() -> broken.publish(AiJobKind.SUMMARY, Arrays.asList(jobs)))
        .isInstanceOf(StorageException.class);

    assertThat(metrics.metrics())
        .contains(
            "vidwiz_outbox_relayed_total{kind=\"summary\",outcome=\"sent\"} 1.0\n",
            "vidwiz_outbox_relayed_total{kind=\"summary\",outcome=\"failed\"} 5.0\n");
  }

  /** A queue that accepts {@code accepted} jobs of each batch, or fails when it is negative. */
  private record Queue(int accepted) implements JobPublisher {

    @Override
    public Set<AiJobKind> kinds() {
      return Set.of(AiJobKind.SUMMARY);
    }

    @Override
    public List<AiJobMessage> publish(AiJobKind kind, List<AiJobMessage> messages) {
      if (accepted < 0) {
        throw StorageException.unavailable("down", null);
      }
      return messages.subList(0, accepted);
    }
  }

  private Next read(Purpose purpose) throws InterruptedException {
    try (StreamedAnswer answer = model.stream(prompt(purpose))) {
      Next next = answer.next(Duration.ZERO);
      while (next instanceof Next.Text || next instanceof Next.TimedOut) {
        next = answer.next(Duration.ZERO);
      }
      answer.next(Duration.ZERO);
      return next;
    }
  }

  private double calls(String purpose, String outcome) {
    return Scrape.of(metrics.metrics())
        .value("vidwiz_llm_calls_seconds_count", "purpose", purpose, "outcome", outcome);
  }

  private static ChatModelException failure(Kind kind) {
    return new ChatModelException(kind, "no", null, null);
  }

  private static ChatPrompt prompt(Purpose purpose) {
    return new ChatPrompt(purpose, "Rules.", List.of(), 10);
  }
}
