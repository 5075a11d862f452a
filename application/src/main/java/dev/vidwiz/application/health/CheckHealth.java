package dev.vidwiz.application.health;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Checks the health of the server within 1.5 seconds. Parts are checked in parallel. Concurrent
 * callers share a check, and results are cached for some seconds. Thread-safe.
 */
public final class CheckHealth implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Map<Part, Probe> probes = new EnumMap<>(Part.class);
  private volatile boolean stopping;
  private volatile @Nullable Thread watcher;

  /** Uses the given checks. A part without a check is not configured. */
  public CheckHealth(Map<Part, Check> checks, InstantSource clock) {
    checks.forEach((part, check) -> probes.put(part, new Probe(part, check, clock)));
  }

  /** Returns the health of the server. */
  public Health check() {
    Map<Part, CompletableFuture<Probe.Result>> looks = new EnumMap<>(Part.class);
    probes.forEach((part, probe) -> looks.put(part, probe.look()));
    Map<Part, Status> parts = new EnumMap<>(Part.class);
    Map<Part, String> reasons = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      CompletableFuture<Probe.Result> look = looks.get(part);
      Probe.Result result = look == null ? Probe.Result.NOT_CONFIGURED : look.join();
      parts.put(part, result.status());
      if (result.reason() != null) {
        reasons.put(part, result.reason());
      }
    }
    return new Health(stopping, parts, reasons);
  }

  /**
   * Checks again and again until it is closed, so that the log tells of outages even if nobody asks
   * for the health.
   */
  public void watch() {
    watcher =
        Thread.ofVirtual()
            .name("health")
            .start(
                () -> {
                  try {
                    while (!stopping) {
                      check();
                      Thread.sleep(INTERVAL);
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  /** From now on the server is not ready. */
  @Override
  public void close() {
    stopping = true;
    Thread watching = watcher;
    if (watching != null) {
      watching.interrupt();
    }
  }
}
