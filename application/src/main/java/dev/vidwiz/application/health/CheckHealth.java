package dev.vidwiz.application.health;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Tells how the server is, in a second or two at most. Parts are looked at side by side, one look
 * at a time for all who ask, and what was seen counts for some seconds: whoever asks all the time
 * costs nothing. Thread-safe.
 */
public final class CheckHealth implements AutoCloseable {

  private final Map<Part, Probe> probes = new EnumMap<>(Part.class);
  private volatile boolean stopping;

  /** Asks the given checks; a part without one counts as not configured. */
  public CheckHealth(Map<Part, Check> checks, InstantSource clock) {
    checks.forEach((part, check) -> probes.put(part, new Probe(part, check, clock)));
  }

  /** Returns how the server is. */
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
