package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.http.monitor.CompletedRequest;
import dev.vidwiz.http.monitor.HoldReason;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Times requests. Held requests have a separate timer, because their duration does not show the
 * speed of the server. Health checks and scrapes are not counted. Thread-safe.
 */
final class HttpMetrics {

  private static final Duration[] BUCKETS =
      Meters.millis(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000);

  private static final Duration[] HELD_BUCKETS =
      Meters.millis(1_000, 5_000, 15_000, 30_000, 60_000, 300_000);

  /** Clients can send any method. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private record Key(String route, String method, int status, @Nullable HoldReason holdReason) {}

  private final MeterRegistry registry;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
  private final Map<HoldReason, LongAdder> open = new EnumMap<>(HoldReason.class);

  HttpMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (HoldReason held : HoldReason.values()) {
      LongAdder count = new LongAdder();
      open.put(held, count);
      Gauge.builder("http.server.held.requests.open", count, LongAdder::sum)
          .description("Requests that are held now: polls, streams of videos and of answers")
          .tag("held", Meters.label(held))
          .register(registry);
    }
  }

  void held(HoldReason reason) {
    open(reason).increment();
  }

  void completed(CompletedRequest request) {
    if (request.holdReason() != null) {
      open(request.holdReason()).decrement();
    }
    CompletedRequest.Target target = request.target();
    if (target.isProbe()) {
      return;
    }
    String method = METHODS.contains(target.method()) ? target.method() : "other";
    Key key = new Key(target.route(), method, request.result().status(), request.holdReason());
    Timer timer = timers.get(key);
    (timer == null ? timers.computeIfAbsent(key, this::timer) : timer).record(request.duration());
  }

  private Timer timer(Key key) {
    Timer.Builder timer =
        key.holdReason() == null
            ? Timer.builder("http.server.requests")
                .description("Requests that were not held")
                .serviceLevelObjectives(BUCKETS)
            : Timer.builder("http.server.held.requests")
                .description("Requests that were held: polls, streams of videos and of answers")
                .serviceLevelObjectives(HELD_BUCKETS)
                .tag("held", Meters.label(key.holdReason()));
    return timer
        .tags("route", key.route(), "method", key.method())
        .tag("status", Integer.toString(key.status()))
        .register(registry);
  }

  private LongAdder open(HoldReason reason) {
    return Objects.requireNonNull(open.get(reason));
  }
}
