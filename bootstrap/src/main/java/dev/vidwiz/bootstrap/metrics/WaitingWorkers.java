package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.worker.ClaimTask;
import dev.vidwiz.domain.task.TaskType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows how many workers wait for a task, the built-in one among them. */
final class WaitingWorkers {

  private WaitingWorkers() {}

  static void register(ClaimTask claims, MeterRegistry registry) {
    for (TaskType type : TaskType.values()) {
      Gauge.builder("vidwiz.task.waiting.workers", () -> claims.waiting(type))
          .description("Workers of this server that wait for a task, the built-in one among them")
          .tag("type", Label.of(type))
          .register(registry);
    }
  }
}
