package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what went wrong, in words for the log that never hold the key. */
final class Failures {

  private static final int LONGEST_DETAIL = 200;

  private final List<String> secrets;

  /** Hides these texts, of which those that are null or empty do not count. */
  Failures(@Nullable String... secrets) {
    this.secrets =
        Stream.of(secrets).filter(Objects::nonNull).filter(secret -> !secret.isEmpty()).toList();
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
        new ChatModelException(kind, message, retryAfter, null),
        worthRetrying,
        status == 400 || status == 422 ? detail : "");
  }

  /** The server told of an error where an answer should have been. */
  AttemptFailed reported(ServerError error) {
    return error.status() == 0
        ? unavailable("The model's server reported an error" + shown(error.detail()), null)
        : answered(error.status(), error.detail(), null);
  }

  /** Throws when the document tells of an error. */
  void check(Chunk chunk) throws AttemptFailed {
    if (chunk.error() != null) {
      throw reported(chunk.error());
    }
    if ("error".equals(chunk.finishReason())) {
      throw reported(ServerError.UNKNOWN);
    }
  }

  /** The exchange broke: only what never reached the server is worth another try. */
  AttemptFailed of(IOException e) {
    if (isNoConnection(e)) {
      return new AttemptFailed(
          unavailable("The model's server cannot be reached", e).reason(), true, "");
    }
    if (e instanceof HttpTimeoutException || e instanceof UnreadableException) {
      return unavailable(String.valueOf(e.getMessage()), null);
    }
    return unavailable("The connection to the model's server broke off", e);
  }

  AttemptFailed endedEarly() {
    return unavailable("The answer ended before it was complete", null);
  }

  AttemptFailed tooLong(int chars) {
    return unavailable("The answer was longer than " + chars + " characters", null);
  }

  AttemptFailed outOfMemory() {
    return unavailable("There was no memory left for the answer", null);
  }

  AttemptFailed noContent() {
    return new AttemptFailed(
        new ChatModelException(Kind.NO_CONTENT, "No response from the model", null, null),
        false,
        "");
  }

  private static boolean isNoConnection(IOException e) {
    return e instanceof ConnectException
        || e instanceof HttpConnectTimeoutException
        || e instanceof UnknownHostException;
  }

  private AttemptFailed unavailable(String message, @Nullable Throwable cause) {
    return new AttemptFailed(
        new ChatModelException(Kind.UNAVAILABLE, message, null, withoutSecrets(cause)), false, "");
  }

  private String shown(String detail) {
    if (detail.isBlank()) {
      return "";
    }
    String hidden = detail;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, "***");
    }
    String line = hidden.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return ": "
        + (line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…");
  }

  // The HTTP client quotes a status line or header that it cannot read, and a server can echo.
  private @Nullable Throwable withoutSecrets(@Nullable Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (secrets.stream().anyMatch(String.valueOf(t.getMessage())::contains)) {
        return null;
      }
    }
    return cause;
  }
}
