package dev.vidwiz.application.health;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Checks the health of the server within 1.5 seconds. Parts are checked in parallel. Concurrent
 * callers share a check, and results are cached for some seconds. Thread-safe.
 */
public final class CheckHealth implements AutoCloseable {

  private final Map<Part, Probe> probes = new EnumMap<>(Part.class);
  private volatile boolean stopping;

  /** Uses the given checks. A part without a check is not configured. */
  public CheckHealth(Map<Part, Check> checks, InstantSource clock) {
    checks.forEach((part, check) -> probes.put(part, new Probe(part, check, clock)));
  }

  /** Returns the health of the server. */
  public Health check() {
    Map<Part, CompletableFuture<Status>> looks = new EnumMap<>(Part.class);
    probes.forEach((part, probe) -> looks.put(part, probe.look()));
    Map<Part, Status> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      CompletableFuture<Status> look = looks.get(part);
      parts.put(part, look == null ? Status.NOT_CONFIGURED : look.join());
    }
    return new Health(stopping, parts);
  }

  /** From now on the server is not ready. */
  @Override
  public void close() {
    stopping = true;
  }
}
