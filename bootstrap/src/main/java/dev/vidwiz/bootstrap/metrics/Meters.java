package dev.vidwiz.bootstrap.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;

/** How our meters are labeled and their histograms divided. */
final class Meters {

  private Meters() {}

  /** Returns the value of a label that stands for a constant. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the upper bounds of a histogram of times. */
  static Duration[] millis(long... bounds) {
    return LongStream.of(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }
}
