package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Citation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.TokenUsage;
import dev.vidwiz.domain.transcript.Transcript;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer of Wiz in progress. It is stored when it ends. To be used by one thread, which closes
 * it.
 */
public final class Answer implements AutoCloseable {

  /** The result of a wait. */
  public sealed interface Next {

    /** More text of the answer; never empty. */
    record Text(String text) implements Next {}

    /** Nothing arrived within the timeout. */
    record TimedOut() implements Next {}

    /** The answer is complete and stored. */
    record Stored(Message message) implements Next {}

    /** The model failed before its first word. The question is discarded and the quota refunded. */
    record Discarded(ChatModelException reason) implements Next {}

    /** The model failed after its first words. They are stored as a partial answer. */
    record Partial(ChatModelException reason) implements Next {}
  }

  /** How often a wait checks whether the answer is out of time. */
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final StreamedAnswer stream;
  private final Exchange exchange;
  private final Transcript transcript;
  private final String model;
  private final BooleanSupplier outOfTime;
  private final StringBuilder said = new StringBuilder();
  private boolean ended;

  /** Starts an answer, which ends when it is out of time. */
  Answer(
      StreamedAnswer stream,
      Exchange exchange,
      Transcript transcript,
      String model,
      BooleanSupplier outOfTime) {
    this.stream = stream;
    this.exchange = exchange;
    this.transcript = transcript;
    this.model = model;
    this.outOfTime = outOfTime;
  }

  /** Waits for the next result. Not to be called after the answer has ended. */
  public Next next(Duration timeout) throws InterruptedException {
    if (outOfTime.getAsBoolean()) {
      ended = true;
      return afterFailure(
          new ChatModelException(
              ChatModelException.Kind.UNAVAILABLE, "The server stops", null, null));
    }
    return switch (stream.next(timeout)) {
      case StreamedAnswer.Next.Text(String text, boolean anew) -> {
        said.replace(anew ? 0 : said.length(), said.length(), text);
        yield text.isEmpty() ? new Next.TimedOut() : new Next.Text(text);
      }
      case StreamedAnswer.Next.TimedOut() -> new Next.TimedOut();
      case StreamedAnswer.Next.Finished(String finishReason, TokenUsage usage) -> {
        ended = true;
        yield new Next.Stored(keep(finishReason, usage, false));
      }
      case StreamedAnswer.Next.Failed(ChatModelException reason) -> {
        ended = true;
        yield afterFailure(reason);
      }
    };
  }

  /**
   * Waits for the whole answer and returns the stored message.
   *
   * @throws ChatModelException when the model fails: before its first word the question is
   *     discarded, later the text so far is stored as a partial answer
   */
  public Message await() throws InterruptedException {
    while (true) {
      switch (next(TIMEOUT)) {
        case Next.Text text -> {}
        case Next.TimedOut timedOut -> {}
        case Next.Stored(Message message) -> {
          return message;
        }
        case Next.Discarded(ChatModelException reason) -> throw reason;
        case Next.Partial(ChatModelException reason) -> throw reason;
      }
    }
  }

  /**
   * Closes the connection to the model. If the answer is incomplete, because the client
   * disconnected or the server stops, the text so far is stored as a partial answer.
   */
  @Override
  public void close() {
    stream.close();
    if (!ended && !said.isEmpty()) {
      ended = true;
      keep(null, null, true);
    }
  }

  private Next afterFailure(ChatModelException reason) {
    if (said.isEmpty()) {
      exchange.discard();
      return new Next.Discarded(reason);
    }
    keep(null, null, true);
    return new Next.Partial(reason);
  }

  private Message keep(@Nullable String finishReason, @Nullable TokenUsage usage, boolean partial) {
    String text = said.toString();
    return exchange.storeAnswer(
        text,
        new AnswerDetails(model, finishReason, usage, Citation.in(text, transcript), partial));
  }
}
