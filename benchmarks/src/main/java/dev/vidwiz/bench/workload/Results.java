package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.load.Outcome;
import dev.vidwiz.bench.report.Figure;
import dev.vidwiz.bench.report.Measurement;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects the results of a run, and prints progress. */
final class Results {

  private final PrintStream progress;
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  Results(PrintStream progress) {
    this.progress = progress;
  }

  List<Measurement> measurements() {
    return measurements;
  }

  List<Figure> figures() {
    return figures;
  }

  void add(String workload, Outcome outcome, Duration cpu, @Nullable String ceiling) {
    double cpuMicros = outcome.operations() == 0 ? 0 : cpu.toNanos() / 1e3 / outcome.operations();
    measurements.add(
        new Measurement(
            workload,
            outcome.perSecond(),
            outcome.percentileMillis(50),
            outcome.percentileMillis(99),
            cpuMicros,
            outcome.errorCount(),
            ceiling));
    say(
        String.format(
            Locale.ROOT,
            "%s: %,.0f/s, p50 %.2f ms, p99 %.2f ms, CPU %.0f µs each",
            workload,
            outcome.perSecond(),
            outcome.percentileMillis(50),
            outcome.percentileMillis(99),
            cpuMicros));
    outcome.errors().forEach((error, count) -> say("  " + count + " × " + error));
  }

  void add(String name, double value, String unit) {
    figures.add(new Figure(name, value, unit));
    say(String.format(Locale.ROOT, "%s: %.2f %s", name, value, unit));
  }

  void addPercentiles(String name, Outcome outcome) {
    add(name + " p50", outcome.percentileMillis(50), "ms");
    add(name + " p99", outcome.percentileMillis(99), "ms");
  }

  void say(String text) {
    progress.println(text);
  }
}
