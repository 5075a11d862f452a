package dev.vidwiz.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The results of a load: times and errors. For one thread while operations are added. */
public final class Outcome {

  private static final int DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Histogram nanos = new Histogram(DIGITS);
  private final Map<String, Long> errors = new TreeMap<>();
  private Duration elapsed = Duration.ZERO;

  /** Returns the number of successful operations. */
  public long operations() {
    return nanos.getTotalCount();
  }

  /** Returns the total time. */
  public Duration elapsed() {
    return elapsed;
  }

  /** Returns the operations per second. */
  public double perSecond() {
    return elapsed.isZero() ? 0 : operations() / (elapsed.toNanos() / 1e9);
  }

  /** Returns a percentile of the times of operations, in milliseconds. */
  public double percentileMillis(double percent) {
    return nanos.getValueAtPercentile(percent) / NANOS_PER_MILLI;
  }

  /** Returns the errors and their numbers. */
  public Map<String, Long> errors() {
    return errors;
  }

  /** Returns the number of errors. */
  public long errorCount() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Adds an operation. */
  public void add(long operationNanos) {
    nanos.recordValue(Math.max(0, operationNanos));
  }

  /** Adds the operations and errors of another outcome, but not its total time. */
  public void add(Outcome other) {
    nanos.add(other.nanos);
    other.errors.forEach((error, count) -> errors.merge(error, count, Long::sum));
  }

  /** Adds an error. */
  public void addError(String error) {
    errors.merge(error, 1L, Long::sum);
  }

  /** Adds to the total time. */
  public void lasted(Duration time) {
    elapsed = elapsed.plus(time);
  }
}
