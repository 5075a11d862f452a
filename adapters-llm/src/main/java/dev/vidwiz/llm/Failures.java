package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says what went wrong, in words for the log that never hold the key. */
final class Failures {

  private static final int LONGEST_DETAIL = 200;

  private final @Nullable String key;

  Failures(@Nullable String key) {
    this.key = key;
  }

  /**
   * The server answered with an error status, as its HTTP status or as an error in its body. That
   * there are no credits left (402) passes like an outage, when somebody pays.
   */
  AttemptFailed answered(int status, String detail, @Nullable Duration retryAfter) {
    Kind kind =
        switch (status) {
          case 401, 403 -> Kind.KEY_REFUSED;
          case 402, 408, 429 -> Kind.UNAVAILABLE;
          default -> status < 500 ? Kind.REFUSED : Kind.UNAVAILABLE;
        };
    boolean worthRetrying = status == 408 || status == 429 || status >= 500;
    String message = "The model's server answered with status " + status + shown(detail);
    return new AttemptFailed(
        new ChatModelException(kind, message, retryAfter, null), worthRetrying);
  }

  /** Throws when the document tells of an error. */
  void check(Chunk chunk) throws AttemptFailed {
    ServerError error = chunk.error();
    if (error != null && error.status() != 0) {
      throw answered(error.status(), error.detail(), null);
    }
    if (error != null || "error".equals(chunk.finishReason())) {
      String detail = error == null ? "" : error.detail();
      throw unavailable("The model's server reported an error" + shown(detail), null);
    }
  }

  /** The exchange broke: only what never reached the server is worth another try. */
  AttemptFailed of(IOException e) {
    if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
      return new AttemptFailed(
          unavailable("The model's server cannot be reached", e).reason(), true);
    }
    if (e instanceof HttpTimeoutException || e instanceof UnreadableException) {
      return unavailable(String.valueOf(e.getMessage()), null);
    }
    return unavailable("The connection to the model's server broke off", e);
  }

  AttemptFailed endedEarly() {
    return unavailable("The answer ended before it was complete", null);
  }

  AttemptFailed noContent() {
    return new AttemptFailed(
        new ChatModelException(Kind.NO_CONTENT, "No response from the model", null, null), false);
  }

  private AttemptFailed unavailable(String message, @Nullable Throwable cause) {
    return new AttemptFailed(
        new ChatModelException(Kind.UNAVAILABLE, message, null, withoutKey(cause)), false);
  }

  private String shown(String detail) {
    if (detail.isBlank()) {
      return "";
    }
    String hidden = key == null || key.isEmpty() ? detail : detail.replace(key, "***");
    String line = hidden.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return ": "
        + (line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…");
  }

  // The HTTP client quotes a status line or header that it cannot read, and a server can echo.
  private @Nullable Throwable withoutKey(@Nullable Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (key != null && String.valueOf(t.getMessage()).contains(key)) {
        return null;
      }
    }
    return cause;
  }
}
