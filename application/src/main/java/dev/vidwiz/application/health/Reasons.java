package dev.vidwiz.application.health;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why a part is down, in words that an operator can act on and that tell no secrets. */
final class Reasons {

  private static final String REFUSED = "Connection refused";
  private static final String LATE = "No answer in time";
  private static final String UNKNOWN_HOST = "The name of the host is unknown";

  private Reasons() {}

  /** Returns the reason of the first cause that is known. */
  static String of(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      String reason = known(cause);
      if (reason != null) {
        return reason;
      }
    }
    return "It failed; the log says why";
  }

  private static @Nullable String known(Throwable problem) {
    return switch (problem) {
      case DownException down -> down.getMessage();
      case ConnectException failed -> ofConnection(failed);
      case NoRouteToHostException unreachable -> "No route to the host";
      case UnknownHostException unknown -> UNKNOWN_HOST;
      case UnresolvedAddressException unknown -> UNKNOWN_HOST;
      case SocketTimeoutException late -> LATE;
      case HttpTimeoutException late -> LATE;
      case TimeoutException late -> LATE;
      case SSLException insecure -> "No secure connection";
      default -> null;
    };
  }

  /**
   * The HTTP client of the JDK throws this for every failure to connect, with the true one as the
   * cause. When it was refused twice, that is a {@link ClosedChannelException}.
   */
  private static String ofConnection(ConnectException problem) {
    Throwable cause = problem.getCause();
    String known = cause == null ? null : known(cause);
    if (known != null) {
      return known;
    }
    String text = Objects.requireNonNullElse(problem.getMessage(), "");
    if (cause instanceof ClosedChannelException || text.contains("refused")) {
      return REFUSED;
    }
    return text.contains("timed out") ? LATE : "The host cannot be reached";
  }
}
