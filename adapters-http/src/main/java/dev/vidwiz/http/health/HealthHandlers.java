package dev.vidwiz.http.health;

import dev.vidwiz.application.health.CheckHealth;
import dev.vidwiz.application.health.Health;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.json.Json;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells whether the server lives, and whether requests should be sent to it. */
public final class HealthHandlers {

  record AliveJson(String status) {}

  record ReadyJson(String status, Map<String, PartJson> checks) {}

  record NotReadyJson(Map<String, PartJson> checks) {}

  record PartJson(String status) {}

  private final CheckHealth health;
  private final Json json;

  /** Tells what the given use case sees. */
  public HealthHandlers(CheckHealth health, Json json) {
    this.health = health;
    this.json = json;
  }

  /** GET /health: touches nothing. */
  public void alive(Context ctx) {
    json.answer(ctx, 200, new AliveJson("ok"));
  }

  /** GET and HEAD /ready. */
  public void ready(Context ctx) {
    Health now = health.check();
    Map<String, PartJson> checks = new LinkedHashMap<>();
    now.parts().forEach((part, status) -> checks.put(name(part), new PartJson(status.name().toLowerCase(Locale.ROOT))));
    if (!now.isReady()) {
      throw new ApiException(
          ErrorCode.SERVICE_UNAVAILABLE,
          now.stopping() ? "The server is stopping" : "The server is not ready",
          new NotReadyJson(checks));
    }
    json.answer(ctx, 200, new ReadyJson("ready", checks));
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
