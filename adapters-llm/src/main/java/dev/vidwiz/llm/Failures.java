package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what went wrong, in words for the log that never hold the key. */
final class Failures {

  private static final int MAX_DETAIL = 200;

  private final List<String> secrets;

  /** Hides these texts, of which those that are null or empty do not count. */
  Failures(@Nullable String... secrets) {
    this.secrets = Stream.of(secrets).filter(Objects::nonNull).filter(s -> !s.isEmpty()).toList();
  }

  /** Returns a failure that another try, some time later, may not meet. */
  static ChatModelException unavailable(String message, @Nullable Throwable cause) {
    return new ChatModelException(Kind.UNAVAILABLE, message, null, cause);
  }

  /** Tells whether the same request may succeed in a moment, and was not paid for. */
  static boolean worthRetrying(IOException e) {
    return e instanceof ServerError error
        ? error.status == 408 || error.status == 429 || error.status >= 500
        : isUnreached(e);
  }

  /** Returns what to tell of an exchange that failed. */
  ChatModelException of(IOException e) {
    if (e instanceof ServerError error) {
      String said =
          error.status == 0 ? "reported an error" : "answered with status " + error.status;
      String message = "The model's server " + said + shown(error.detail);
      return new ChatModelException(kind(error.status), message, error.retryAfter, null);
    }
    if (isUnreached(e)) {
      return unavailable("The model's server cannot be reached", withoutSecrets(e));
    }
    return e instanceof HttpTimeoutException || e instanceof ProtocolException
        ? unavailable(String.valueOf(e.getMessage()), null)
        : unavailable("The connection to the model's server broke off", withoutSecrets(e));
  }

  private static boolean isUnreached(IOException e) {
    return e instanceof ConnectException
        || e instanceof HttpConnectTimeoutException
        || e instanceof UnknownHostException;
  }

  /** That there are no credits left (402) passes like an outage, when somebody pays. */
  private static Kind kind(int status) {
    return switch (status) {
      case 401, 403 -> Kind.KEY_REFUSED;
      case 0, 402, 408, 429 -> Kind.UNAVAILABLE;
      default -> status < 500 ? Kind.REFUSED : Kind.UNAVAILABLE;
    };
  }

  private String shown(String detail) {
    String hidden = detail;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, "***");
    }
    String line = hidden.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String cut = line.length() <= MAX_DETAIL ? line : line.substring(0, MAX_DETAIL) + "…";
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
