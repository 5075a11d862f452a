package dev.vidwiz.bench.report;

import dev.vidwiz.bench.report.Change.Better;
import java.util.stream.Collectors;

/** The part of the page that shows one comparison. */
final class Section {

  private final Comparison comparison;

  private Section(Comparison comparison) {
    this.comparison = comparison;
  }

  static String of(Comparison comparison) {
    Section section = new Section(comparison);
    return """
    <section>
    <h2>%s</h2>
    <p>%s<br>%s</p>
    <p class="key">%s</p>
    <div class="charts">
    %s</div>
    %s%s</section>
    """
        .formatted(
            Html.escape(comparison.run().conditions().database()),
            Html.escape(Caption.conditions(comparison.run().conditions())),
            Html.escape(Caption.machine(comparison.run().machine())),
            section.key(),
            section.charts(),
            section.figures(),
            section.table());
  }

  private String key() {
    String now = entry("now", comparison.run());
    return comparison.former() == null ? now : now + entry("before", comparison.former());
  }

  private static String entry(String style, Run run) {
    return "<span class=\"%s\"><i></i> %s</span>\n"
        .formatted(style, Html.escape(Caption.origin(run)));
  }

  private String charts() {
    return Metric.ALL.stream()
        .map(metric -> metric.chart(comparison))
        .filter(chart -> !chart.rows().isEmpty())
        .map(Chart::html)
        .collect(Collectors.joining());
  }

  private String figures() {
    return comparison.run().figures().stream()
        .map(this::figure)
        .collect(Collectors.joining("", "<div class=\"figures\">\n", "</div>\n"));
  }

  private String figure(Figure now) {
    String before =
        comparison
            .before(now)
            .map(
                then ->
                    Html.badge(Change.of(then.value(), now.value(), Better.LESS))
                        + " from "
                        + Numbers.of(then.value()))
            .orElse("");
    return "<div>%s<strong>%s <small>%s</small></strong><small>%s</small></div>\n"
        .formatted(
            Html.escape(now.name()), Numbers.of(now.value()), Html.escape(now.unit()), before);
  }

  /** Returns a table of all numbers, including those of the ceilings. */
  private String table() {
    return comparison.measurements().stream()
        .map(this::row)
        .collect(
            Collectors.joining(
                "",
                """
                <table>
                <tr><th>workload<th>per second<th>p50 ms<th>p99 ms<th>CPU µs<th>errors<th>of its ceiling
                """,
                "</table>\n"));
  }

  private String row(Measurement one) {
    return "<tr><td>%s<td>%s<td>%s<td>%s<td>%s<td>%,d<td>%s\n"
        .formatted(
            Html.escape(one.workload()),
            Numbers.of(one.perSecond()),
            Numbers.of(one.p50Millis()),
            Numbers.of(one.p99Millis()),
            Numbers.of(one.cpuMicros()),
            one.errors(),
            comparison.run().share(one).map(Numbers::percent).orElse(""));
  }
}
