package dev.vidwiz.bootstrap.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;

/** Labels and histogram buckets of the meters. */
final class Meters {

  private Meters() {}

  /** Returns the label value of a constant. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the upper bounds of a histogram of times. */
  static Duration[] millis(long... bounds) {
    return LongStream.of(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }
}
