package dev.vidwiz.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Path;

/** Makes runs known: keeps each as JSON, prints a table, and writes a page with charts. */
public final class Report {

  private final Path folder;
  private final PrintStream out;

  /**
   * A report into a folder.
   *
   * @param folder where {@code bench.html} and {@code runs/} go
   * @param out where the table goes
   */
  public Report(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** Publishes a run. */
  public void publish(Run run) {
    out.println(folder);
    try {
      out.println(new ObjectMapper().writeValueAsString(run.measurements()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
