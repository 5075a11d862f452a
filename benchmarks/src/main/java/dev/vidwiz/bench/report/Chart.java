package dev.vidwiz.bench.report;

import dev.vidwiz.bench.report.Change.Better;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A bar chart.
 *
 * @param hint how to read it
 * @param scale the minimum value of a bar of full length
 */
record Chart(String title, String hint, double scale, List<Row> rows) {

  /** A workload in this run and in the former one. */
  record Row(String label, Bar now, Optional<Bar> before, Better better) {

    private DoubleStream values() {
      return DoubleStream.concat(
          DoubleStream.of(now.value()), before.stream().mapToDouble(Bar::value));
    }

    private String html(double full) {
      String change =
          before.map(bar -> Html.badge(Change.of(bar.value(), now.value(), better))).orElse("");
      return """
      <div class="row"><div class="label">%s</div><div>
      %s%s</div></div>
      """
          .formatted(
              Html.escape(label),
              now.html("now", full, change),
              before.map(bar -> bar.html("before", full, "")).orElse(""));
    }
  }

  String html() {
    double full = rows.stream().flatMapToDouble(Row::values).reduce(scale, Math::max);
    return """
    <figure>
    <figcaption>%s <small>%s</small></figcaption>
    %s</figure>
    """
        .formatted(
            Html.escape(title),
            Html.escape(hint),
            rows.stream().map(row -> row.html(full)).collect(Collectors.joining()));
  }
}
