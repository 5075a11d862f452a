package dev.vidwiz.bench.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the benchmarks.
 *
 * @param commit what was measured, null where git does not tell
 */
public record Run(
    Instant time,
    @Nullable String commit,
    Machine machine,
    Conditions conditions,
    List<Measurement> measurements,
    List<Figure> figures) {

  /** Makes the lists safe to share. */
  public Run {
    measurements = List.copyOf(measurements);
    figures = List.copyOf(figures);
  }
}
