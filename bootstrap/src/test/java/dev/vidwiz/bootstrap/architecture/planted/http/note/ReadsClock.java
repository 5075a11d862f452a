package dev.vidwiz.bootstrap.architecture.planted.http.note;

import java.time.Clock;
import java.time.Instant;

/**
 * Violation: reads the clock outside of bootstrap; System.nanoTime and a given clock are permitted.
 */
public final class ReadsClock {
  public long read(Clock given) {
    return System.currentTimeMillis()
        + Instant.now().toEpochMilli()
        + Clock.systemUTC().millis()
        + Instant.now(given).toEpochMilli()
        + System.nanoTime();
  }
}
