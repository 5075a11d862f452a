package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.fetch.FetchState;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.application.worker.ClaimTask;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.youtube.Attempt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of the workers that wait for tasks, of the state of the built-in worker, and of the
 * outcomes of its requests. Thread-safe.
 */
final class WorkerMetrics {

  private final MeterRegistry registry;
  private final MeterProvider<Counter> attempts;
  private volatile @Nullable Supplier<FetchState> worker;
  private volatile boolean hasFetched;

  WorkerMetrics(MeterRegistry registry) {
    this.registry = registry;
    attempts =
        Counter.builder("vidwiz.fetch.attempts")
            .description("Requests of the built-in worker, by source and outcome")
            .withRegistry(registry);
    for (Kind kind : Kind.values()) {
      Gauge.builder("vidwiz.fetch.state", () -> isIn(kind) ? 1 : 0)
          .description("The state of the built-in worker: 1 for the one in which it is")
          .tag("state", Meters.label(kind))
          .register(registry);
    }
  }

  void watch(ClaimTask claims) {
    for (TaskType type : TaskType.values()) {
      Gauge.builder("vidwiz.task.waiting.workers", () -> claims.waiting(type))
          .description("Workers that wait at this server for a task, including the built-in one")
          .tag("type", Meters.label(type))
          .register(registry);
    }
  }

  void watch(Supplier<FetchState> state) {
    worker = state;
  }

  /** Returns whether the built-in worker has sent a request since the start. */
  boolean hasFetched() {
    return hasFetched;
  }

  void count(Attempt attempt) {
    hasFetched = true;
    attempts.withTags("source", attempt.source(), "outcome", attempt.outcome()).increment();
  }

  private boolean isIn(Kind kind) {
    Supplier<FetchState> state = worker;
    return state != null && state.get().kind() == kind;
  }
}
