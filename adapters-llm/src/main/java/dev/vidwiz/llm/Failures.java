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

/** Converts failures to exceptions whose messages never contain the key. */
final class Failures {

  private static final int MAX_DETAIL = 200;

  private final List<String> secrets;

  /** Hides these secrets in messages; null and empty ones are ignored. */
  Failures(@Nullable String... secrets) {
    this.secrets = Stream.of(secrets).filter(Objects::nonNull).filter(s -> !s.isEmpty()).toList();
  }

  /** Returns a temporary failure. */
  static ChatModelException unavailable(String message, @Nullable Throwable cause) {
    return new ChatModelException(Kind.UNAVAILABLE, message, null, cause);
  }

  /** Returns whether the same request may soon succeed, and was not charged. */
  static boolean isRetryable(IOException e) {
    return e instanceof ServerError error
        ? error.status == 408 || error.status == 429 || error.status >= 500
        : isConnectFailure(e);
  }

  /** Converts the failure of a request. */
  ChatModelException of(IOException e) {
    if (e instanceof ServerError error) {
      String said =
          error.status == 0 ? "reported an error" : "answered with status " + error.status;
      String message = "The model's server " + said + redacted(error.detail);
      return new ChatModelException(kind(error.status), message, error.retryAfter, null);
    }
    if (isConnectFailure(e)) {
      return ChatModelException.unreachable(
          "The model's server cannot be reached", withoutSecrets(e));
    }
    if (e instanceof HttpTimeoutException) {
      return unavailable(String.valueOf(e.getMessage()), e);
    }
    return e instanceof ProtocolException
        ? unavailable(String.valueOf(e.getMessage()), null)
        : unavailable("The connection to the model's server broke off", withoutSecrets(e));
  }

  private static boolean isConnectFailure(IOException e) {
    return e instanceof ConnectException
        || e instanceof HttpConnectTimeoutException
        || e instanceof UnknownHostException;
  }

  /** Missing credits (402) are temporary: they end when somebody pays. */
  private static Kind kind(int status) {
    return switch (status) {
      case 401, 403 -> Kind.KEY_REFUSED;
      case 0, 402, 408, 429 -> Kind.UNAVAILABLE;
      default -> status < 500 ? Kind.REFUSED : Kind.UNAVAILABLE;
    };
  }

  private String redacted(String detail) {
    String hidden = detail;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, "***");
    }
    String line = hidden.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String cut = line.length() <= MAX_DETAIL ? line : line.substring(0, MAX_DETAIL) + "…";
    return detail.isBlank() ? "" : ": " + cut;
  }

  // The HTTP client quotes malformed status lines and headers, and a server can echo the key in
  // them.
  private @Nullable Throwable withoutSecrets(Throwable cause) {
    return Stream.iterate(cause, t -> t != null, Throwable::getCause)
            .anyMatch(t -> secrets.stream().anyMatch(String.valueOf(t.getMessage())::contains))
        ? null
        : cause;
  }
}
