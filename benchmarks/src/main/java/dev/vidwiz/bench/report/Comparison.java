package dev.vidwiz.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run and the former one under the same conditions, if there is one. */
record Comparison(Run run, @Nullable Run former) {

  /** Returns the workloads of the program, then the ceilings. */
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
