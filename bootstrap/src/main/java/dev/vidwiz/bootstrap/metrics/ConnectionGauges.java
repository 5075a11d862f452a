package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.persistence.database.ConnectionUse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Gauges of the connections to a database. */
record ConnectionGauges(Supplier<List<ConnectionUse>> pools, MeterRegistry registry) {

  void register() {
    for (ConnectionUse use : pools.get()) {
      connections("active", use.pool(), ConnectionUse::active);
      connections("idle", use.pool(), ConnectionUse::idle);
      gauge("connections.limit", use.pool(), ConnectionUse::limit)
          .description("Maximum number of connections")
          .register(registry);
      gauge("waiting", use.pool(), ConnectionUse::waiting)
          .description("Threads that wait for a connection")
          .register(registry);
    }
  }

  private void connections(String state, String pool, ToIntFunction<ConnectionUse> figure) {
    gauge("connections", pool, figure)
        .description("Open connections to the database: in use (active) or not (idle)")
        .tag("state", state)
        .register(registry);
  }

  private Gauge.Builder<?> gauge(String name, String pool, ToIntFunction<ConnectionUse> figure) {
    return Gauge.builder(
            "vidwiz.database." + name,
            () ->
                pools.get().stream().filter(use -> use.pool().equals(pool)).mapToInt(figure).sum())
        .tag("pool", pool);
  }
}
