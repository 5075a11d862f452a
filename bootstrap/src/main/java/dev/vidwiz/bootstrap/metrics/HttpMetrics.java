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
 * Times requests. Those that were held have a timer of their own: how long they take tells of
 * workers, watchers and models. Thread-safe.
 */
public final class HttpMetrics {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private static final Duration[] HELD_BUCKETS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofSeconds(30),
    Duration.ofSeconds(60),
    Duration.ofSeconds(300)
  };

  /** Clients may write any method. */
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
          .tag("held", Label.of(held))
          .register(registry);
    }
  }

  /** A request begins to be held. */
  public void held(HoldReason reason) {
    open(reason).increment();
  }

  /** A request has ended. */
  public void completed(CompletedRequest request) {
    if (request.holdReason() != null) {
      open(request.holdReason()).decrement();
    }
    CompletedRequest.Target target = request.target();
    String method = METHODS.contains(target.method()) ? target.method() : "other";
    Key key = new Key(target.route(), method, request.status(), request.holdReason());
    Timer timer = timers.get(key);
    (timer == null ? timers.computeIfAbsent(key, this::timer) : timer).record(request.duration());
  }

  private Timer timer(Key key) {
    Timer.Builder timer =
        key.holdReason() == null
            ? Timer.builder("http.server.requests")
                .description("Requests that were answered as soon as the server could")
                .serviceLevelObjectives(BUCKETS)
            : Timer.builder("http.server.held.requests")
                .description("Requests that were held: polls, streams of videos and of answers")
                .serviceLevelObjectives(HELD_BUCKETS)
                .tag("held", Label.of(key.holdReason()));
    return timer
        .tags("route", key.route(), "method", key.method())
        .tag("status", Integer.toString(key.status()))
        .register(registry);
  }

  private LongAdder open(HoldReason reason) {
    return Objects.requireNonNull(open.get(reason));
  }
}
