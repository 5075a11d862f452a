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
    this.secrets = Stream.of(secrets).filter(Objects::nonNull).filter(s -> !s.isEmpty()).toList();
  }

  /**
   * The server answered with an error, in its status or in its body; 0 when it names no status.
   * That there are no credits left (402) passes like an outage, when somebody pays.
   */
  AttemptFailed answered(int status, String detail, @Nullable Duration retryAfter) {
    Kind kind =
        switch (status) {
          case 401, 403 -> Kind.KEY_REFUSED;
          case 0, 402, 408, 429 -> Kind.UNAVAILABLE;
          default -> status < 500 ? Kind.REFUSED : Kind.UNAVAILABLE;
        };
    String said = status == 0 ? "reported an error" : "answered with status " + status;
    return new AttemptFailed(
        new ChatModelException(
            kind, "The model's server " + said + shown(detail), retryAfter, null),
        status == 408 || status == 429 || status >= 500,
        status == 400 || status == 422 ? detail : "");
  }

  /** The exchange broke: only what never reached the server is worth another try. */
  AttemptFailed of(IOException e) {
    boolean unreached =
        e instanceof ConnectException
            || e instanceof HttpConnectTimeoutException
            || e instanceof UnknownHostException;
    if (!unreached && (e instanceof HttpTimeoutException || e instanceof UnreadableException)) {
      return new AttemptFailed(Kind.UNAVAILABLE, String.valueOf(e.getMessage()));
    }
    String message =
        unreached
            ? "The model's server cannot be reached"
            : "The connection to the model's server broke off";
    return new AttemptFailed(
        new ChatModelException(Kind.UNAVAILABLE, message, null, withoutSecrets(e)), unreached, "");
  }

  private String shown(String detail) {
    String hidden = detail;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, "***");
    }
    String line = hidden.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String cut = line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    return detail.isBlank() ? "" : ": " + cut;
  }

  // The HTTP client quotes a status line or header that it cannot read, and a server can echo.
  private @Nullable Throwable withoutSecrets(Throwable cause) {
    return Stream.iterate(cause, t -> t != null, Throwable::getCause)
            .anyMatch(t -> secrets.stream().anyMatch(String.valueOf(t.getMessage())::contains))
        ? null
        : cause;
  }
}
