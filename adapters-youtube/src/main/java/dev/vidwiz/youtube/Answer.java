package dev.vidwiz.youtube;

import java.net.http.HttpHeaders;
import java.util.Set;

/**
 * The answer to an HTTP request.
 *
 * @param text the body, decompressed and decoded as UTF-8; its content type is ignored
 */
record Answer(int status, HttpHeaders headers, String text) {

  boolean isRedirect() {
    return Set.of(301, 302, 303, 307, 308).contains(status);
  }

  /** Returns the value of a header, or an empty string. */
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Returns the refusal that a status other than 200 stands for. */
  Refusal refusal() {
    if (status == 429) {
      return Refusal.blocked("HTTP 429", RetryAfter.of(headers));
    }
    if (status == 408 || status >= 500) {
      return Refusal.unreachable("HTTP " + status);
    }
    return Refusal.withheld(
        "HTTP " + status + (text.contains("FAILED_PRECONDITION") ? " FAILED_PRECONDITION" : ""));
  }
}
