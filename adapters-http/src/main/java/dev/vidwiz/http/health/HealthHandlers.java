package dev.vidwiz.http.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vidwiz.application.health.CheckHealth;
import dev.vidwiz.application.health.Health;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.monitor.Monitor;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Handles liveness, readiness and metrics requests. */
public final class HealthHandlers {

  private static final String METRICS_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  record AliveJson(String status) {}

  record ReadyJson(String status, Map<String, PartJson> checks) {}

  record NotReadyJson(Map<String, PartJson> checks) {}

  record PartJson(
      String status, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}

  private final CheckHealth health;
  private final Monitor monitor;
  private final Json json;

  /** Reports the health from {@code health} and the metrics from {@code monitor}. */
  public HealthHandlers(CheckHealth health, Monitor monitor, Json json) {
    this.health = health;
    this.monitor = monitor;
    this.json = json;
  }

  /** GET /health: checks nothing but the process itself. */
  public void alive(Context ctx) {
    json.respond(ctx, 200, new AliveJson("ok"));
  }

  /** GET and HEAD /ready. */
  public void ready(Context ctx) {
    Health now = health.check();
    Map<String, PartJson> checks = new LinkedHashMap<>();
    now.parts()
        .forEach(
            (part, status) ->
                checks.put(
                    name(part),
                    new PartJson(status.name().toLowerCase(Locale.ROOT), now.reasons().get(part))));
    if (!now.isReady()) {
      throw new ApiException(
          ErrorCode.SERVICE_UNAVAILABLE,
          now.stopping() ? "The server is stopping" : "The server is not ready",
          new NotReadyJson(checks));
    }
    json.respond(ctx, 200, new ReadyJson("ready", checks));
  }

  /** GET /v2/internal/metrics. */
  public void metrics(Context ctx) {
    ctx.contentType(METRICS_FORMAT).result(monitor.metrics());
  }

  private static String name(Part part) {
    return switch (part) {
      case DATABASE -> "database";
      case MIGRATIONS -> "migrations";
      case TRANSCRIPT_STORE -> "transcripts_s3";
      case JOB_QUEUE -> "sqs";
      case CHAT_MODEL -> "llm";
      case VIDEO_SOURCE -> "youtube";
    };
  }
}
