package dev.vidwiz.http.chat;

import dev.vidwiz.application.chat.Answer;
import dev.vidwiz.application.chat.Answer.Next;
import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.jetty.ClientConnection;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.monitor.HoldReason;
import dev.vidwiz.http.monitor.OpenRequest;
import dev.vidwiz.http.stream.EventStream;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Streams an answer to the client. The headers are sent with the first text, so that an earlier
 * failure can still get an error status. While there is no text, the connection is checked twice a
 * second. Behind a proxy, only a failed write shows that the client has disconnected.
 */
final class AnswerStream {

  private static final FailureLog FAILURES = new FailureLog(AnswerStream.class);
  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8);

  record ContentJson(String content) {}

  record BrokenJson(String error) {}

  private final Json json;

  AnswerStream(Json json) {
    this.json = json;
  }

  /**
   * Streams the answer to its end and closes it.
   *
   * @throws ApiException when the model failed before the first text
   */
  void send(Context ctx, Answer answer) throws IOException, InterruptedException {
    OpenRequest.of(ctx).hold(HoldReason.ANSWER_STREAM);
    ClientConnection reader = ClientConnection.of(ctx);
    try (answer) {
      EventStream stream = null;
      while (stream == null) {
        switch (answer.next(TIMEOUT)) {
          case Next.Text(String text) -> {
            stream = EventStream.open(ctx);
            send(stream, text);
          }
          case Next.TimedOut() -> {
            if (!reader.isOpen()) {
              return;
            }
          }
          case Next.Discarded(ChatModelException reason) -> throw failure(reason);
          case Next.Stored ignored -> throw new IllegalStateException("an answer without a word");
          case Next.Partial ignored ->
              throw new IllegalStateException("broken off before the first word");
        }
      }
      sendRest(answer, stream, reader);
    }
  }

  private void sendRest(Answer answer, EventStream stream, ClientConnection reader)
      throws IOException, InterruptedException {
    try (stream) {
      sendTo(stream, answer, reader);
    }
  }

  private void sendTo(EventStream stream, Answer answer, ClientConnection reader)
      throws IOException, InterruptedException {
    while (true) {
      switch (next(answer)) {
        case Next.Text(String text) -> send(stream, text);
        case Next.TimedOut() -> {
          if (!reader.isOpen()) {
            return;
          }
          stream.keepAlive();
        }
        case Next.Stored ignored -> {
          stream.sendLast(DONE);
          return;
        }
        case Next.Partial(ChatModelException reason) -> {
          FAILURES.failed("the model broke its answer off", reason);
          stream.sendLast(event(new BrokenJson("Processing error")));
          return;
        }
        case Next.Discarded(ChatModelException reason) -> {
          FAILURES.failed("the model gave no answer", reason);
          stream.sendLast(event(new BrokenJson("Processing error")));
          return;
        }
        case null -> {
          stream.sendLast(event(new BrokenJson("Processing error")));
          return;
        }
      }
    }
  }

  /** Returns the next event; null when the answer could not be stored. */
  private static @Nullable Next next(Answer answer) throws InterruptedException {
    try {
      return answer.next(TIMEOUT);
    } catch (InfrastructureException e) {
      FAILURES.failed("an answer could not be stored", e);
      return null;
    }
  }

  private void send(EventStream stream, String text) throws IOException {
    for (String piece : AnswerPieces.of(text)) {
      stream.send(event(new ContentJson(piece)));
    }
  }

  private byte[] event(Object data) {
    String line = "data: " + new String(json.bytes(data), StandardCharsets.UTF_8) + "\n\n";
    return line.getBytes(StandardCharsets.UTF_8);
  }

  private static ApiException failure(ChatModelException reason) {
    FAILURES.failed("the model gave no answer", reason);
    return switch (reason.kind()) {
      case KEY_REFUSED ->
          new ApiException(
              ErrorCode.INTERNAL_ERROR, "The AI service does not accept this server's key");
      case NO_CONTENT ->
          new ApiException(ErrorCode.SERVICE_UNAVAILABLE, "No response from the model");
      case UNAVAILABLE ->
          new ApiException(
              ErrorCode.SERVICE_UNAVAILABLE, "The AI service cannot answer now, please try again");
      case REFUSED ->
          new ApiException(
              ErrorCode.SERVICE_UNAVAILABLE, "The AI service refused to answer this question");
    };
  }
}
