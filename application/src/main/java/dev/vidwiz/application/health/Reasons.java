package dev.vidwiz.application.health;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Says why a part is down, in words that an operator can act on and that tell no secrets. */
final class Reasons {

  private Reasons() {}

  /** Returns the reason of the first cause that is known. */
  static String of(Throwable problem) {
    return switch (problem) {
      case ConnectException refused -> "Connection refused";
      case NoRouteToHostException unreachable -> "No route to the host";
      case UnknownHostException unknown -> "The name of the host is unknown";
      case SocketTimeoutException late -> "No answer in time";
      case HttpTimeoutException late -> "No answer in time";
      case SSLException insecure -> "No secure connection";
      default ->
          problem.getCause() != null
              ? of(problem.getCause())
              : problem instanceof TimeoutException
                  ? "No answer in time"
                  : "It failed; the log says why";
    };
  }
}
