package dev.vidwiz.http.monitor;

/**
 * Watches the requests of a server. Called on their threads, and so to be quick; nothing may be
 * thrown. Thread-safe.
 */
public interface Monitor {

  /** A request begins to be held; {@link #completed} will tell the same of it. */
  void held(Held held);

  /** A request has ended. */
  void completed(CompletedRequest request);

  /**
   * Returns everything that was counted and measured.
   *
   * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus' text
   *     format 0.0.4</a>
   */
  String metrics();
}
