package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.chat.StreamedAnswer.Next.Finished;
import dev.vidwiz.domain.chat.TokenUsage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads one response to its end, whatever it looks like, and passes on the text of the answer in
 * it.
 */
final class AnswerReader {

  /** How long the usage may take to come after the end of the answer. */
  private static final Duration LONGEST_TAIL = Duration.ofSeconds(2);

  private final ResponseBytes body;
  private final ModelServer server;
  private final AnswerText text;
  private final Duration silence;
  private final Deadline total;
  private Deadline next;
  private boolean done;
  private @Nullable String finishReason;
  private @Nullable TokenUsage usage;

  AnswerReader(
      ResponseBytes body,
      ModelServer server,
      AnswerText text,
      Duration silence,
      Deadline first,
      Deadline total) {
    this.body = body;
    this.server = server;
    this.text = text;
    this.silence = silence;
    this.next = first;
    this.total = total;
  }

  /** Reads until the server says that it is done, or nothing more comes. */
  Finished read() throws IOException, AttemptFailed, InterruptedException {
    try {
      readBody();
    } catch (IOException e) {
      if (finishReason == null && !done) {
        throw e;
      }
      // The answer is whole; at most the count of its tokens is missing.
    }
    if (finishReason == null && !done) {
      throw new AttemptFailed(Kind.UNAVAILABLE, "The answer ended before it was complete");
    }
    text.end();
    if (!text.any()) {
      throw new AttemptFailed(Kind.NO_CONTENT, "No response from the model");
    }
    return new Finished(finishReason, usage);
  }

  private void readBody() throws IOException, AttemptFailed, InterruptedException {
    EventStreamParser parser = new EventStreamParser(Chunk.MOST_BYTES);
    ByteBuffer bytes = body.read(next);
    while (bytes != null && !done) {
      parser.feed(bytes);
      for (var event = parser.next(); event != null && !done; event = parser.next()) {
        take(event);
      }
      bytes = done ? null : body.read(next);
    }
    for (var event = parser.last(); event != null && !done; event = parser.last()) {
      take(event);
    }
  }

  private void take(EventStreamParser.Event event)
      throws IOException, AttemptFailed, InterruptedException {
    if (event.error()) {
      throw failure(Chunk.errorIn(event.data()));
    }
    if (event.data().strip().equalsIgnoreCase("[DONE]")) {
      done = true;
      return;
    }
    Chunk chunk = Chunk.parse(event.data());
    boolean more = text.take(chunk);
    if (more) {
      next = Deadline.in(silence, "The model fell silent for %s").orEarlier(total);
    }
    if (chunk.error() != null) {
      throw failure(chunk.error());
    }
    take(chunk, more);
    // A document in place of a stream need not say why it ends.
    done = event.bare() && !chunk.message().isEmpty();
  }

  private AttemptFailed failure(ServerError error) {
    return server.failures().answered(error.status(), error.detail(), null);
  }

  private void take(Chunk chunk, boolean more) {
    if (chunk.inParts()) {
      server.found(Trait.CONTENT_IN_PARTS);
    }
    if (chunk.usage() != null) {
      usage = chunk.usage();
    }
    if (chunk.finishReason() != null) {
      finishReason = chunk.finishReason();
      if (text.any() && chunk.delta().isEmpty() && chunk.message().isEmpty()) {
        next = Deadline.in(LONGEST_TAIL, "The model did not tell the tokens spent").orEarlier(next);
      }
    } else if (more) {
      finishReason = null;
    }
  }
}
