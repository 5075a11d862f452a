package dev.vidwiz.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes runs known: keeps each as JSON, prints tables, and writes a page with charts. */
public final class Report {

  private final Path folder;
  private final PrintStream out;

  /**
   * A report into a folder.
   *
   * @param folder where {@code bench.html} and {@code runs/} go
   * @param out where the tables go
   */
  public Report(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** Publishes runs, each beside the newest earlier one under the same conditions. */
  public void publish(List<Run> runs) throws IOException {
    Runs kept = new Runs(folder.resolve("runs"));
    List<Comparison> comparisons = new ArrayList<>();
    for (Run run : runs) {
      Comparison comparison = new Comparison(run, kept.former(run).orElse(null));
      kept.save(run);
      comparisons.add(comparison);
      out.println(Table.of(comparison));
    }
    Path page = folder.resolve("bench.html");
    Files.writeString(page, Page.of(comparisons));
    out.println("Charts: " + page.toUri());
  }
}
