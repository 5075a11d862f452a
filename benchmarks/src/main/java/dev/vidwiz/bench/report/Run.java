package dev.vidwiz.bench.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of the benchmarks.
 *
 * @param commit the commit of the program; null when git does not know it
 */
public record Run(
    Instant time,
    @Nullable String commit,
    Machine machine,
    Conditions conditions,
    List<Measurement> measurements,
    List<Figure> figures) {

  /**
   * Checks that names are unique and that all ceilings were measured.
   *
   * @throws IllegalArgumentException when they are not
   */
  public Run {
    measurements = List.copyOf(measurements);
    figures = List.copyOf(figures);
    List<String> workloads = measurements.stream().map(Measurement::workload).toList();
    requireUnique(workloads);
    requireUnique(figures.stream().map(Figure::name).toList());
    for (Measurement each : measurements) {
      if (each.ceiling() != null && !workloads.contains(each.ceiling())) {
        throw new IllegalArgumentException("not measured: " + each.ceiling());
      }
    }
  }

  private static void requireUnique(List<String> names) {
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("named twice: " + names);
    }
  }

  /** Returns the measurements of the program. */
  List<Measurement> workloads() {
    return measurements.stream().filter(each -> !isCeiling(each)).toList();
  }

  /** Returns the measurements that are ceilings. */
  List<Measurement> ceilings() {
    return measurements.stream().filter(this::isCeiling).toList();
  }

  private boolean isCeiling(Measurement one) {
    return measurements.stream().anyMatch(each -> one.workload().equals(each.ceiling()));
  }

  /** Returns the rate of a workload as a fraction of that of its ceiling. */
  Optional<Double> share(Measurement one) {
    return one.ceiling() == null
        ? Optional.empty()
        : measurement(one.ceiling()).map(ceiling -> one.perSecond() / ceiling.perSecond());
  }

  Optional<Measurement> measurement(String workload) {
    return measurements.stream().filter(each -> each.workload().equals(workload)).findFirst();
  }

  Optional<Figure> figure(String name) {
    return figures.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
