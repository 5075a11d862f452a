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
 * An answer of Wiz while it is given, which is stored when it ends, in whatever way. To be used by
 * one thread, which closes it.
 */
public final class Answer implements AutoCloseable {

  /** What a wait may bring. */
  public sealed interface Next {

    /** More text of the answer, never empty. */
    record Text(String text) implements Next {}

    /** Nothing came for as long as the caller wanted to wait. */
    record Quiet() implements Next {}

    /** The answer is complete and stored. */
    record Stored(Message message) implements Next {}

    /** The model failed before its first word: the question has been taken back. */
    record TakenBack(ChatModelException reason) implements Next {}

    /** The model failed after its first words: these are stored as a partial answer. */
    record BrokenOff(ChatModelException reason) implements Next {}
  }

  /** How often an answer that is waited for is asked whether it is out of time. */
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final StreamedAnswer stream;
  private final Exchange exchange;
  private final Transcript transcript;
  private final String model;
  private final BooleanSupplier outOfTime;
  private final StringBuilder said = new StringBuilder();
  private boolean ended;

  /** Begins an answer, which breaks off when it is out of time. */
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

  /** Waits for what comes next; nothing follows after the answer has ended. */
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
        yield text.isEmpty() ? new Next.Quiet() : new Next.Text(text);
      }
      case StreamedAnswer.Next.Quiet() -> new Next.Quiet();
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
   * Waits for the whole answer and returns it as it is stored.
   *
   * @throws ChatModelException when the model fails: nothing of the question is kept when that was
   *     before its first word, else what came is stored as a partial answer
   */
  public Message await() throws InterruptedException {
    while (true) {
      switch (next(TIMEOUT)) {
        case Next.Text text -> {}
        case Next.Quiet quiet -> {}
        case Next.Stored(Message message) -> {
          return message;
        }
        case Next.TakenBack(ChatModelException reason) -> throw reason;
        case Next.BrokenOff(ChatModelException reason) -> throw reason;
      }
    }
  }

  /**
   * Ends the answer. When it has not come to an end, because the reader went away or the server
   * stops, the connection to the model is closed and what came is stored as a partial answer.
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
      exchange.takeBack();
      return new Next.TakenBack(reason);
    }
    keep(null, null, true);
    return new Next.BrokenOff(reason);
  }

  private Message keep(@Nullable String finishReason, @Nullable TokenUsage usage, boolean partial) {
    String text = said.toString();
    return exchange.keep(
        text,
        new AnswerDetails(model, finishReason, usage, Citation.in(text, transcript), partial));
  }
}
