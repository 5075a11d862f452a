package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.health.CheckHealth;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.health.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Gauges of what the server depends on: 1 when it is up, 0 when it is degraded or down. */
final class DependencyGauges {

  private final CheckHealth health;
  private final BooleanSupplier hasFetched;
  private final MultiGauge gauges;

  /** {@code hasFetched} tells whether the state of YouTube is known. */
  DependencyGauges(CheckHealth health, BooleanSupplier hasFetched, MeterRegistry registry) {
    this.health = health;
    this.hasFetched = hasFetched;
    this.gauges =
        MultiGauge.builder("vidwiz.dependency.up")
            .description("What the server depends on: 1 when it is up, 0 when degraded or down")
            .register(registry);
  }

  /** Checks the health, and removes the gauges of parts that are not configured. */
  synchronized void refresh() {
    Map<Part, Status> parts = health.check().parts();
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    parts.forEach(
        (part, status) -> {
          if (isKnown(part, status)) {
            rows.add(MultiGauge.Row.of(Tags.of("dependency", label(part)), value(part, parts)));
          }
        });
    gauges.register(rows, true);
  }

  /** The migrations are a part of the database. */
  private boolean isKnown(Part part, Status status) {
    return status != Status.NOT_CONFIGURED
        && part != Part.MIGRATIONS
        && (part != Part.VIDEO_SOURCE || hasFetched.getAsBoolean());
  }

  private static int value(Part part, Map<Part, Status> parts) {
    boolean up =
        parts.get(part) == Status.UP
            && (part != Part.DATABASE || parts.get(Part.MIGRATIONS) == Status.UP);
    return up ? 1 : 0;
  }

  private static String label(Part part) {
    return switch (part) {
      case DATABASE, MIGRATIONS -> "database";
      case TRANSCRIPT_STORE -> "s3";
      case JOB_QUEUE -> "sqs";
      case CHAT_MODEL -> "model";
      case VIDEO_SOURCE -> "youtube";
    };
  }
}
