package dev.vidwiz.bench.report;

import dev.vidwiz.bench.report.Change.Better;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One metric of the measurements, and its bars.
 *
 * @param scale the minimum value of a bar of full length
 * @param bar empty for a workload without this metric
 */
record Metric(
    String title,
    String hint,
    double scale,
    Better better,
    BiFunction<Run, Measurement, Optional<Bar>> bar) {

  static final List<Metric> ALL =
      List.of(
          new Metric("Requests per second", "longer is better", 0, Better.MORE, Metric::rate),
          new Metric(
              "Share of the ceiling's rate", "longer is better", 1, Better.MORE, Metric::share),
          new Metric(
              "Milliseconds to the response",
              "inner: p50, whole: p99 and its change; shorter is better",
              0,
              Better.LESS,
              Metric::latency),
          new Metric(
              "Microseconds of CPU per request", "shorter is better", 0, Better.LESS, Metric::cpu));

  Chart chart(Comparison comparison) {
    return new Chart(
        title,
        hint,
        scale,
        comparison.run().workloads().stream()
            .flatMap(now -> row(comparison, now).stream())
            .toList());
  }

  private Optional<Chart.Row> row(Comparison comparison, Measurement now) {
    return bar.apply(comparison.run(), now)
        .map(
            drawn ->
                new Chart.Row(now.workload(), drawn, before(comparison.former(), now), better));
  }

  private Optional<Bar> before(@Nullable Run former, Measurement now) {
    return former == null
        ? Optional.empty()
        : former.measurement(now.workload()).flatMap(then -> bar.apply(former, then));
  }

  private static Optional<Bar> rate(Run run, Measurement one) {
    String text = Numbers.of(one.perSecond());
    return Optional.of(
        new Bar(
            one.perSecond(),
            one.errors() == 0 ? text : text + ", " + Numbers.errors(one.errors())));
  }

  private static Optional<Bar> share(Run run, Measurement one) {
    return run.share(one)
        .map(share -> new Bar(share, Numbers.percent(share) + " of " + one.ceiling()));
  }

  private static Optional<Bar> latency(Run run, Measurement one) {
    String text = Numbers.of(one.p50Millis()) + " / " + Numbers.of(one.p99Millis());
    return Optional.of(new Bar(one.p99Millis(), one.p50Millis(), text));
  }

  private static Optional<Bar> cpu(Run run, Measurement one) {
    return Optional.of(new Bar(one.cpuMicros(), Numbers.of(one.cpuMicros())));
  }
}
