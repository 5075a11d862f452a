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
 * Reads one response to its end, whatever it looks like, and passes on the answer in it: what is
 * new in each event and no thought, up to the longest that is wanted.
 */
final class AnswerReader {

  /** Takes pieces of an answer. */
  interface Listener {
    /** Takes a piece, and waits while there is no room for it. */
    void text(Text piece) throws InterruptedException;
  }

  /** The largest event, and the most text, thoughts included, that is read. */
  private static final int MAX = 1 << 20;

  /** How long the usage may take to come after the end of the answer. */
  private static final Duration MAX_TAIL = Duration.ofSeconds(2);

  private final ModelServer server;
  private final Limits limits;
  private final Listener listener;
  private final Deadline total;
  private final Thoughts thoughts = new Thoughts();
  private final StringBuilder said = new StringBuilder();
  private Deadline next;
  private int length;
  private boolean deltas;
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
   * Reads until the server says that it is done, or nothing more comes.
   *
   * @throws ChatModelException when there is no answer, or no end of it
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
      // With a reason to end the answer is whole; at most the count of its tokens is missing.
      if (finishReason == null || e instanceof ServerError) {
        throw e;
      }
    }
    if (finishReason == null && !done) {
      throw Failures.unavailable("The answer ended before it was complete", null);
    }
    pass(thoughts.rest());
    if (thoughts.found()) {
      server.found(Trait.THINKS_ALOUD);
    }
    if (!thoughts.begun()) {
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
    // A document in place of a stream need not say why it ends.
    done = event.bare() && !chunk.message().isEmpty();
  }

  /** Text withdraws an end that was told before. */
  private void takeReason(Chunk chunk, boolean more) {
    boolean empty = chunk.delta().isEmpty() && chunk.message().isEmpty();
    if (chunk.finishReason() != null && empty && thoughts.begun()) {
      next = Deadline.in(MAX_TAIL, "The model did not tell the tokens spent").orEarlier(next);
    }
    if (chunk.finishReason() != null || more) {
      finishReason = chunk.finishReason();
    }
  }

  /** Passes on what is new, and tells whether that is anything. */
  private boolean takeText(Chunk chunk) throws InterruptedException {
    if (chunk.inParts()) {
      server.found(Trait.CONTENT_IN_PARTS);
    }
    deltas |= !chunk.delta().isEmpty();
    boolean more = add(chunk.delta());
    more |= add(beyondSaid(chunk.message()));
    if (more) {
      next = Deadline.in(limits.silence(), "The model fell silent for %s").orEarlier(total);
    }
    return more;
  }

  /** Returns what a whole message adds to the text so far, or else one more message of many. */
  private String beyondSaid(String message) {
    if (said.isEmpty() || message.isEmpty()) {
      return message;
    }
    server.found(Trait.WHOLE_MESSAGES);
    String whole = message.stripLeading();
    String before = said.toString().stripLeading();
    if (whole.startsWith(before)) {
      return whole.substring(before.length());
    }
    return deltas || before.startsWith(whole.stripTrailing()) ? "" : message;
  }

  private boolean add(String text) throws InterruptedException {
    said.append(text);
    if (said.length() > MAX) {
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
