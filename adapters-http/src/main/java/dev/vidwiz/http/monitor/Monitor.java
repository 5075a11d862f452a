package dev.vidwiz.http.monitor;

/**
 * Receives request metrics and logs. The request's threads call it: implementations must be fast
 * and must not throw. Thread-safe.
 */
public interface Monitor {

  /** A request is now held; {@link #completed} will receive the same reason. */
  void held(HoldReason reason);

  /** A request has ended. */
  void completed(CompletedRequest request);

  /**
   * Returns all metrics.
   *
   * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus' text
   *     format 0.0.4</a>
   */
  String metrics();
}
