package dev.vidwiz.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run beside the one before it, if there was one under the same conditions. */
record Comparison(Run run, @Nullable Run former) {

  /** The program's workloads, then the ceilings. */
  List<Measurement> measurements() {
    return Stream.concat(run.workloads().stream(), run.ceilings().stream()).toList();
  }

  Optional<Measurement> before(Measurement now) {
    return former == null ? Optional.empty() : former.measurement(now.workload());
  }

  Optional<Figure> before(Figure now) {
    return former == null ? Optional.empty() : former.figure(now.name());
  }
}
