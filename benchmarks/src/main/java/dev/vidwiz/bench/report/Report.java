package dev.vidwiz.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reports runs: stores each as JSON, prints tables, and writes a page with charts. */
public final class Report {

  private final Path folder;
  private final PrintStream out;

  /**
   * Creates a report in a folder.
   *
   * @param folder the folder of {@code bench.html} and {@code runs/}
   * @param out the output for the tables
   */
  public Report(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** Reports runs, each compared with the newest earlier one under the same conditions. */
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
