package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.storage.ConnectionUse;
import dev.vidwiz.application.storage.StorageMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToIntFunction;

/** Shows how the connections to a database are used. */
final class ConnectionGauges {

  private ConnectionGauges() {}

  static void register(StorageMetrics storage, MeterRegistry registry) {
    for (ConnectionUse use : storage.connections()) {
      String pool = use.pool();
      gauge("connections", storage, pool, ConnectionUse::active)
          .description("Open connections to the database: lent (active), and not (idle)")
          .tags("state", "active")
          .register(registry);
      gauge("connections", storage, pool, ConnectionUse::idle)
          .description("Open connections to the database: lent (active), and not (idle)")
          .tags("state", "idle")
          .register(registry);
      gauge("connections.limit", storage, pool, ConnectionUse::limit)
          .description("The most connections there can be")
          .register(registry);
      gauge("waiting", storage, pool, ConnectionUse::waiting)
          .description("Threads that wait for a connection")
          .register(registry);
    }
  }

  private static Gauge.Builder<?> gauge(
      String name, StorageMetrics storage, String pool, ToIntFunction<ConnectionUse> figure) {
    return Gauge.builder(
            "vidwiz.database." + name,
            () ->
                storage.connections().stream()
                    .filter(use -> use.pool().equals(pool))
                    .mapToInt(figure)
                    .sum())
        .tag("pool", pool);
  }
}
