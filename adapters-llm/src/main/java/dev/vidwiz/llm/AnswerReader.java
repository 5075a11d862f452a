package dev.vidwiz.llm;

import dev.vidwiz.application.chat.StreamedAnswer.Next.Finished;
import dev.vidwiz.domain.chat.TokenUsage;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads one response to its end, and passes on the text of the answer in it. */
final class AnswerReader {

  /** Takes pieces of an answer. */
  interface Listener {
    /** Takes a piece, never empty, and waits while there is no room for it. */
    void text(String text) throws IOException, InterruptedException;
  }

  private final ResponseBytes body;
  private final Failures failures;
  private final Deadlines deadlines;
  private final Listener listener;
  private final TextPieces pieces = new TextPieces();
  private boolean anyText;
  private boolean done;
  private @Nullable String finishReason;
  private @Nullable TokenUsage usage;

  AnswerReader(ResponseBytes body, Failures failures, Deadlines deadlines, Listener listener) {
    this.body = body;
    this.failures = failures;
    this.deadlines = deadlines;
    this.listener = listener;
  }

  /** Reads until the server says that it is done, or nothing more comes. */
  Finished read() throws IOException, AttemptFailed, InterruptedException {
    try {
      readBody();
    } catch (IOException e) {
      if (finishReason == null) {
        throw e;
      }
      // The answer is whole; at most the count of its tokens is missing.
    }
    if (finishReason == null && !done) {
      throw failures.endedEarly();
    }
    passOn(pieces.rest());
    if (!anyText) {
      throw failures.noContent();
    }
    return new Finished(finishReason, usage);
  }

  private void readBody() throws IOException, AttemptFailed, InterruptedException {
    if (isJson()) {
      take(Chunk.parse(body.readText(Chunk.MOST_BYTES, deadlines.next())));
      return;
    }
    EventStreamParser parser = new EventStreamParser(Chunk.MOST_BYTES);
    ByteBuffer bytes = body.read(deadlines.next());
    while (bytes != null && !done) {
      parser.feed(bytes);
      readEvents(parser);
      bytes = done ? null : body.read(deadlines.next());
    }
  }

  private void readEvents(EventStreamParser parser)
      throws IOException, AttemptFailed, InterruptedException {
    for (String data = parser.next(); data != null && !done; data = parser.next()) {
      if (data.strip().equals("[DONE]")) {
        done = true;
      } else if (!data.isBlank()) {
        take(Chunk.parse(data));
      }
    }
  }

  /**
   * Tells by its first character whether the response is one document, whatever it calls itself.
   */
  private boolean isJson() throws IOException, InterruptedException {
    while (true) {
      ByteBuffer bytes = body.read(deadlines.next());
      if (bytes == null) {
        return false;
      }
      for (int i = bytes.position(); i < bytes.limit(); i++) {
        if (!Character.isWhitespace(bytes.get(i))) {
          body.unread(bytes);
          return bytes.get(i) == '{';
        }
      }
    }
  }

  private void take(Chunk chunk) throws IOException, AttemptFailed, InterruptedException {
    passOn(pieces.next(chunk.text()));
    failures.check(chunk);
    if (chunk.usage() != null) {
      usage = chunk.usage();
    }
    if (chunk.finishReason() != null) {
      finishReason = chunk.finishReason();
      deadlines.answerEnded();
    }
  }

  private void passOn(String text) throws IOException, InterruptedException {
    if (!text.isEmpty()) {
      anyText = true;
      listener.text(text);
      if (finishReason == null) {
        deadlines.textCame();
      }
    }
  }
}
