package dev.vidwiz.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A parsed scrape. Parses as strictly as Prometheus, and checks names as promtool does.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Text format</a>
 * @see <a href="https://prometheus.io/docs/practices/naming/">Naming</a>
 */
public final class Scrape {

  private record Sample(String name, Map<String, String> labels, double value) {}

  private static final Pattern HELP = Pattern.compile("# HELP ([a-z_][a-z0-9_]*) (\\S.*)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE ([a-z_][a-z0-9_]*) (counter|gauge|histogram|summary)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_][a-z0-9_]*)(?:\\{(.*)\\})? (NaN|[-+]?(?:Inf|[0-9.]+(?:E-?[0-9]+)?))");
  private static final Pattern LABEL =
      Pattern.compile("([a-z_][a-z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\\\\n\"])*)\"(?:,|$)");

  /** Units that promtool rejects in names. */
  private static final Set<String> NO_UNITS =
      Set.of(
          "s", "ms", "us", "ns", "sec", "b", "kb", "mb", "m", "h", "d", "milliseconds", "minutes");

  private final Map<String, String> types = new LinkedHashMap<>();
  private final Set<String> helps = new LinkedHashSet<>();
  private final List<Sample> samples = new ArrayList<>();

  private Scrape() {}

  /** Parses a scrape; fails where Prometheus or promtool would. */
  public static Scrape of(String text) {
    assertThat(text).endsWith("\n").doesNotContain("\r");
    Scrape scrape = new Scrape();
    text.lines().forEach(scrape::read);
    scrape.checkNames();
    scrape.checkSeries();
    scrape.checkHistograms();
    return scrape;
  }

  /** Returns the names of all samples. */
  public Set<String> names() {
    return samples.stream().map(Sample::name).collect(Collectors.toSet());
  }

  /** Returns the number of series. */
  public int size() {
    return samples.size();
  }

  /** Returns all values of a label. */
  public Set<String> values(String label) {
    return samples.stream()
        .flatMap(sample -> sample.labels().entrySet().stream())
        .filter(entry -> entry.getKey().equals(label))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  /** Returns the sum of the samples with this name and these labels; NaN when there is none. */
  public double value(String name, String... labels) {
    Map<String, String> wanted = new HashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      wanted.put(labels[i], labels[i + 1]);
    }
    return samples.stream()
        .filter(sample -> sample.name().equals(name))
        .filter(sample -> sample.labels().entrySet().containsAll(wanted.entrySet()))
        .mapToDouble(Sample::value)
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  private void read(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (help.matches()) {
      assertThat(helps.add(help.group(1))).as(line).isTrue();
    } else if (type.matches()) {
      assertThat(types.put(type.group(1), type.group(2))).as(line).isNull();
    } else {
      assertThat(sample.matches()).as(line).isTrue();
      String family = family(sample.group(1));
      assertThat(new ArrayList<>(types.keySet()).getLast()).as(line).isEqualTo(family);
      samples.add(
          new Sample(
              sample.group(1),
              labels(sample.group(2), line),
              Double.parseDouble(sample.group(3).replace("Inf", "Infinity"))));
    }
  }

  private static Map<String, String> labels(String text, String line) {
    Map<String, String> labels = new TreeMap<>();
    if (text != null) {
      Matcher label = LABEL.matcher(text);
      int end = 0;
      while (label.find() && label.start() == end) {
        assertThat(labels.put(label.group(1), label.group(2))).as(line).isNull();
        end = label.end();
      }
      assertThat(end).as(line).isEqualTo(text.length());
    }
    return labels;
  }

  private String family(String name) {
    String stem = name.replaceFirst("_(bucket|sum|count)$", "");
    return "histogram".equals(types.get(stem)) || "summary".equals(types.get(stem)) ? stem : name;
  }

  private void checkNames() {
    assertThat(helps).containsAll(types.keySet());
    types.forEach(
        (name, type) -> {
          assertThat(name.endsWith("_total")).as(name).isEqualTo(type.equals("counter"));
          assertThat(name)
              .doesNotEndWith("_count")
              .doesNotEndWith("_sum")
              .doesNotEndWith("_bucket");
          assertThat(List.of(name.split("_"))).as(name).doesNotContainAnyElementsOf(NO_UNITS);
        });
  }

  private void checkSeries() {
    assertThat(samples.stream().map(sample -> sample.name() + sample.labels()))
        .doesNotHaveDuplicates();
    assertThat(samples.stream().map(sample -> family(sample.name()))).isNotEmpty();
  }

  private void checkHistograms() {
    Map<String, Double> last = new HashMap<>();
    for (Sample sample : samples) {
      Map<String, String> series = new TreeMap<>(sample.labels());
      String bound = series.remove("le");
      String key = family(sample.name()) + series;
      if (sample.name().endsWith("_bucket")) {
        assertThat(bound).isNotNull();
        assertThat(sample.value()).as(key).isGreaterThanOrEqualTo(last.getOrDefault(key, 0.0));
        last.put(key, sample.value());
      } else if (last.containsKey(key) && sample.name().endsWith("_count")) {
        assertThat(sample.value()).as(key).isEqualTo(last.get(key));
      }
    }
  }
}
