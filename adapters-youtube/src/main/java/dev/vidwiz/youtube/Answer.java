package dev.vidwiz.youtube;

import java.net.http.HttpHeaders;

/**
 * An answer to an HTTP request.
 *
 * @param text the body, decompressed and read as UTF-8, whatever its content type says
 */
record Answer(int status, HttpHeaders headers, String text) {

  boolean isRedirect() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /** Returns the value of a header, empty when there is none. */
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Returns what a status other than 200 means. */
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
