package dev.vidwiz.http.monitor;

import io.javalin.http.Context;

/** Shows what a monitor has counted and measured. */
public final class MetricsHandler {

  private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final Monitor monitor;

  /** Shows what the given monitor knows. */
  public MetricsHandler(Monitor monitor) {
    this.monitor = monitor;
  }

  /** GET /v2/internal/metrics. */
  public void show(Context ctx) {
    ctx.contentType(TEXT_FORMAT).result(monitor.metrics());
  }
}
