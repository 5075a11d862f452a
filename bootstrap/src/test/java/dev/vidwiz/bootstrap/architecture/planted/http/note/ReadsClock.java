package dev.vidwiz.bootstrap.architecture.planted.http.note;

import java.time.Clock;
import java.time.Instant;

/** Against clocks read anywhere; System.nanoTime and a given clock are fine. */
public final class ReadsClock {
  public long read(Clock given) {
    return System.currentTimeMillis()
        + Instant.now().toEpochMilli()
        + Clock.systemUTC().millis()
        + Instant.now(given).toEpochMilli()
        + System.nanoTime();
  }
}
