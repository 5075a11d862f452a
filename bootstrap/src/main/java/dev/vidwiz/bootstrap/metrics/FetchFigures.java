package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.fetch.FetchState;
import dev.vidwiz.application.fetch.FetchState.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows how the built-in worker fares, and counts what it asks its sources. Thread-safe. */
final class FetchFigures {

  private final MeterProvider<Counter> attempts;
  private volatile @Nullable Supplier<FetchState> worker;

  FetchFigures(MeterRegistry registry) {
    attempts =
        Counter.builder("vidwiz.fetch.attempts")
            .description("Requests of the built-in worker, by source and outcome")
            .withRegistry(registry);
    for (Kind kind : Kind.values()) {
      Gauge.builder("vidwiz.fetch.state", () -> isIn(kind) ? 1 : 0)
          .description("The state of the built-in worker: 1 for the one in which it is")
          .tag("state", Label.of(kind))
          .register(registry);
    }
  }

  /** Shows the state of this worker from now on. */
  void watch(Supplier<FetchState> state) {
    worker = state;
  }

  /** A source was asked; both texts are short, and few different ones. */
  void attempted(String source, String outcome) {
    attempts.withTags("source", source, "outcome", outcome).increment();
  }

  private boolean isIn(Kind kind) {
    Supplier<FetchState> state = worker;
    return state != null && state.get().kind() == kind;
  }
}
