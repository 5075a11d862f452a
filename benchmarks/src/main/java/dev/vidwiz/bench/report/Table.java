package dev.vidwiz.bench.report;

import dev.vidwiz.bench.report.Change.Better;
import java.util.ArrayList;
import java.util.List;

/** Formats a comparison as text, up to a hundred columns wide. */
final class Table {

  private static final String MEASUREMENT = "%-28s %10s %7s %8s %8s %8s  %s";
  private static final String FIGURE = "%-28s %10s %7s  %s";

  private final Comparison comparison;
  private final List<String> lines = new ArrayList<>();

  private Table(Comparison comparison) {
    this.comparison = comparison;
  }

  static String of(Comparison comparison) {
    Table table = new Table(comparison);
    table.header();
    table.measurements();
    table.figures();
    return String.join("\n", table.lines) + "\n";
  }

  private void header() {
    Run run = comparison.run();
    add(run.conditions().database());
    add(Caption.conditions(run.conditions()));
    add(Caption.machine(run.machine()));
    add(Caption.origin(run));
    if (comparison.former() != null) {
      add("compared with " + Caption.origin(comparison.former()));
    }
  }

  private void measurements() {
    add("");
    add(
        MEASUREMENT.formatted(
            "workload", "per second", "change", "p50 ms", "p99 ms", "CPU µs", "of its ceiling"));
    comparison.measurements().forEach(this::measurement);
    comparison.measurements().stream()
        .filter(each -> each.errors() > 0)
        .forEach(each -> add("! " + each.workload() + ": " + Numbers.errors(each.errors())));
  }

  private void measurement(Measurement now) {
    add(
        MEASUREMENT.formatted(
            now.workload(),
            Numbers.of(now.perSecond()),
            comparison.before(now).map(before -> change(before, now)).orElse(""),
            Numbers.of(now.p50Millis()),
            Numbers.of(now.p99Millis()),
            Numbers.of(now.cpuMicros()),
            share(now)));
  }

  private String share(Measurement now) {
    return comparison
        .run()
        .share(now)
        .map(share -> Numbers.percent(share) + " of " + now.ceiling())
        .orElse("");
  }

  private void figures() {
    if (comparison.run().figures().isEmpty()) {
      return;
    }
    add("");
    add(FIGURE.formatted("figure", "value", "change", "unit"));
    for (Figure now : comparison.run().figures()) {
      String change = comparison.before(now).map(before -> change(before, now)).orElse("");
      add(FIGURE.formatted(now.name(), Numbers.of(now.value()), change, now.unit()));
    }
  }

  private static String change(Measurement before, Measurement now) {
    return Change.of(before.perSecond(), now.perSecond(), Better.MORE).text();
  }

  private static String change(Figure before, Figure now) {
    return Change.of(before.value(), now.value(), Better.LESS).text();
  }

  private void add(String line) {
    lines.add(line.stripTrailing());
  }
}
