package dev.vidwiz.llm;

import dev.vidwiz.application.chat.StreamedAnswer.Next.Finished;
import dev.vidwiz.domain.chat.TokenUsage;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one response to its end, whatever it looks like, and passes on the text of the answer in
 * it.
 */
final class AnswerReader {

  private final ResponseBytes body;
  private final ModelServer server;
  private final Deadlines deadlines;
  private final AnswerText text;
  private boolean done;
  private @Nullable String finishReason;
  private @Nullable TokenUsage usage;

  AnswerReader(ResponseBytes body, ModelServer server, Deadlines deadlines, AnswerText text) {
    this.body = body;
    this.server = server;
    this.deadlines = deadlines;
    this.text = text;
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
      throw server.failures().endedEarly();
    }
    text.end();
    if (!text.any()) {
      throw server.failures().noContent();
    }
    return new Finished(finishReason, usage);
  }

  private void readBody() throws IOException, AttemptFailed, InterruptedException {
    EventStreamParser parser = new EventStreamParser(Chunk.MOST_BYTES);
    ByteBuffer bytes = body.read(deadlines.next());
    while (bytes != null && !done) {
      parser.feed(bytes);
      for (var event = parser.next(); event != null && !done; event = parser.next()) {
        take(event);
      }
      bytes = done ? null : body.read(deadlines.next());
    }
    for (var event = parser.last(); event != null && !done; event = parser.last()) {
      take(event);
    }
  }

  private void take(EventStreamParser.Event event)
      throws IOException, AttemptFailed, InterruptedException {
    if (event.error()) {
      throw server.failures().reported(Chunk.errorIn(event.data()));
    }
    if (event.data().strip().equalsIgnoreCase("[DONE]")) {
      done = true;
      return;
    }
    Chunk chunk = Chunk.parse(event.data());
    boolean more = text.take(chunk);
    if (more) {
      deadlines.textCame();
    }
    server.failures().check(chunk);
    take(chunk, more);
    // A document in place of a stream need not say why it ends.
    done = event.bare() && !chunk.message().isEmpty();
  }

  private void take(Chunk chunk, boolean more) {
    if (chunk.inParts()) {
      server.dialect().found(Trait.CONTENT_IN_PARTS);
    }
    if (chunk.usage() != null) {
      usage = chunk.usage();
    }
    if (chunk.finishReason() != null) {
      finishReason = chunk.finishReason();
      if (text.any() && chunk.delta().isEmpty() && chunk.message().isEmpty()) {
        deadlines.answerEnded();
      }
    } else if (more) {
      finishReason = null;
    }
  }
}
