package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.chat.StreamedAnswer.Next.Finished;
import dev.vidwiz.application.chat.StreamedAnswer.Next.Text;
import dev.vidwiz.domain.chat.TokenUsage;
import dev.vidwiz.llm.EventStream.Event;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads one response in any supported format and passes on the answer: the new text of each event,
 * without thoughts, up to the maximum length. Not thread-safe.
 */
final class AnswerReader {

  /** Receives pieces of an answer. */
  interface Listener {
    /** Receives a piece; blocks while the queue is full. */
    void text(Text piece) throws InterruptedException;
  }

  /** The maximum size of an event in bytes, and of the text with thoughts in characters. */
  private static final int MAX = 1 << 20;

  /** How long to wait for the usage after the end of the answer. */
  private static final Duration USAGE_TIMEOUT = Duration.ofSeconds(2);

  private final ModelServer server;
  private final Limits limits;
  private final Listener listener;
  private final Deadline total;
  private final Thoughts thoughts = new Thoughts();
  private final StringBuilder received = new StringBuilder();
  private Deadline next;
  private int length;
  private boolean hasDeltas;
  private boolean done;
  private @Nullable String finishReason;
  private @Nullable TokenUsage usage;

  AnswerReader(
      ModelServer server, Limits limits, Listener listener, Deadline first, Deadline total) {
    this.server = server;
    this.limits = limits;
    this.listener = listener;
    this.next = first;
    this.total = total;
  }

  /**
   * Reads until the server marks the end, or the response ends.
   *
   * @throws ChatModelException when the answer is empty or incomplete
   */
  Finished read(ResponseBytes body) throws IOException, InterruptedException {
    try {
      EventStream events = new EventStream(body, MAX);
      for (Event event = events.next(next);
          event != null;
          event = done ? null : events.next(next)) {
        take(event);
      }
    } catch (IOException e) {
      // After a finish reason the answer is complete; only its usage may be missing.
      if (finishReason == null || e instanceof ServerError) {
        throw e;
      }
    }
    if (finishReason == null && !done) {
      throw Failures.unavailable("The answer ended before it was complete", null);
    }
    pass(thoughts.rest());
    if (thoughts.hasTags()) {
      server.addTrait(Trait.THINKS_ALOUD);
    }
    if (!thoughts.hasText()) {
      throw new ChatModelException(Kind.NO_CONTENT, "No response from the model", null, null);
    }
    return new Finished(finishReason, usage);
  }

  private void take(Event event) throws IOException, InterruptedException {
    if (event.error()) {
      throw Chunk.errorIn(event.data());
    }
    if (event.data().strip().equalsIgnoreCase("[DONE]")) {
      done = true;
      return;
    }
    Chunk chunk = Chunk.parse(event.data());
    boolean more = takeText(chunk);
    if (chunk.error() != null) {
      throw chunk.error();
    }
    if (chunk.usage() != null) {
      usage = chunk.usage();
    }
    takeReason(chunk, more);
    // A single document instead of a stream needs no finish reason.
    done = event.bare() && !chunk.message().isEmpty();
  }

  /** Text after a finish reason cancels that reason. */
  private void takeReason(Chunk chunk, boolean more) {
    boolean empty = chunk.delta().isEmpty() && chunk.message().isEmpty();
    if (chunk.finishReason() != null && empty && thoughts.hasText()) {
      next = Deadline.in(USAGE_TIMEOUT, "The model did not report its token usage").orEarlier(next);
    }
    if (chunk.finishReason() != null || more) {
      finishReason = chunk.finishReason();
    }
  }

  /** Passes on new text, and returns whether there was any. */
  private boolean takeText(Chunk chunk) throws InterruptedException {
    if (chunk.inParts()) {
      server.addTrait(Trait.CONTENT_IN_PARTS);
    }
    hasDeltas |= !chunk.delta().isEmpty();
    boolean more = add(chunk.delta());
    more |= add(newText(chunk.message()));
    if (more) {
      next = Deadline.in(limits.idle(), "The model fell silent for %s").orEarlier(total);
    }
    return more;
  }

  /** Returns the part of a whole message that was not received yet. */
  private String newText(String message) {
    if (received.isEmpty() || message.isEmpty()) {
      return message;
    }
    server.addTrait(Trait.WHOLE_MESSAGES);
    String whole = message.stripLeading();
    String before = received.toString().stripLeading();
    if (whole.startsWith(before)) {
      return whole.substring(before.length());
    }
    return hasDeltas || before.startsWith(whole.stripTrailing()) ? "" : message;
  }

  private boolean add(String text) throws InterruptedException {
    received.append(text);
    if (received.length() > MAX) {
      throw tooLong(MAX);
    }
    return pass(thoughts.next(text));
  }

  private boolean pass(Text piece) throws InterruptedException {
    String text = piece.text();
    int end = Math.min(text.length(), limits.answerChars() - length);
    boolean whole = end == 0 || !Character.isHighSurrogate(text.charAt(end - 1));
    String fits = text.substring(0, whole ? end : end - 1);
    length += fits.length();
    if (piece.anew() || !fits.isEmpty()) {
      listener.text(new Text(fits, piece.anew()));
    }
    if (fits.length() < text.length()) {
      throw tooLong(limits.answerChars());
    }
    return !text.isEmpty();
  }

  private static ChatModelException tooLong(int chars) {
    return Failures.unavailable("The answer was longer than " + chars + " characters", null);
  }
}
