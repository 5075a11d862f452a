package dev.vidwiz.persistence.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;

/** A clock of bucket4j that returns the time of one call. */
record FixedTime(Instant now) implements TimeMeter {

  @Override
  public long currentTimeNanos() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
