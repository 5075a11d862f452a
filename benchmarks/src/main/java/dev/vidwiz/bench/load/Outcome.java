package dev.vidwiz.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What became of some load. For one thread while it is filled. */
public final class Outcome {

  private static final int DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Histogram nanos = new Histogram(DIGITS);
  private final Map<String, Long> errors = new TreeMap<>();
  private Duration elapsed = Duration.ZERO;

  /** Returns how many operations were done. */
  public long operations() {
    return nanos.getTotalCount();
  }

  /** Returns how long it took. */
  public Duration elapsed() {
    return elapsed;
  }

  /** Returns the operations per second. */
  public double perSecond() {
    return elapsed.isZero() ? 0 : operations() / (elapsed.toNanos() / 1e9);
  }

  /** Returns how many milliseconds so many per cent of the operations took at most. */
  public double percentileMillis(double percent) {
    return nanos.getValueAtPercentile(percent) / NANOS_PER_MILLI;
  }

  /** Returns what went wrong, and how often. */
  public Map<String, Long> errors() {
    return errors;
  }

  /** Returns how often something went wrong. */
  public long errorCount() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Adds an operation of this thread. */
  public void add(long operationNanos) {
    nanos.recordValue(Math.max(0, operationNanos));
  }

  /** Adds what another one counts, but not its time. */
  public void add(Outcome other) {
    nanos.add(other.nanos);
    other.errors.forEach((error, count) -> errors.merge(error, count, Long::sum));
  }

  /** Adds something that went wrong. */
  public void addError(String error) {
    errors.merge(error, 1L, Long::sum);
  }

  /** Adds to the time that all this took. */
  public void lasted(Duration time) {
    elapsed = elapsed.plus(time);
  }
}
