package dev.vidwiz.bootstrap;

import dev.vidwiz.transfer.importing.ImportListener;
import dev.vidwiz.transfer.importing.LeftBehind;
import dev.vidwiz.transfer.importing.RowIssue;
import dev.vidwiz.transfer.importing.TableCount;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of an import: counts, each reason with the first rows, and a file with one line per
 * issue and place left behind, which is created for the first of them.
 */
final class ImportReport implements ImportListener, AutoCloseable {

  private static final int SHOWN_ROWS = 5;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** A reason that applies to rows of one table. */
  private record Topic(RowIssue.Kind kind, String table, String reason) {}

  /** The number of rows with one reason, and the ids of the first ones. */
  private static final class Rows {
    private final List<String> first = new ArrayList<>(SHOWN_ROWS);
    private long count;

    void add(String id) {
      count++;
      if (first.size() < SHOWN_ROWS) {
        first.add(id);
      }
    }

    @Override
    public String toString() {
      String more = count > first.size() ? ", …" : "";
      return number(count) + " (id " + String.join(", ", first) + more + ")";
    }
  }

  private final Path file;
  private final ProgressLine progress;
  private final Map<Topic, Rows> topics = new LinkedHashMap<>();
  private final List<String> left = new ArrayList<>();
  private @Nullable BufferedWriter writer;
  private boolean unwritable;

  ImportReport(Path folder, LocalDateTime now, ProgressLine progress) {
    this.file = folder.resolve("import-" + TIME.format(now) + ".tsv");
    this.progress = progress;
  }

  @Override
  public void started(long total) {
    progress.begin("importing", total);
  }

  @Override
  public void progressed(String table, long done, long total) {
    progress.at(table, done);
  }

  @Override
  public void issueFound(RowIssue issue) {
    topics
        .computeIfAbsent(
            new Topic(issue.kind(), issue.table(), issue.reason()), topic -> new Rows())
        .add(issue.id());
    write(
        String.join(
            "\t",
            issue.kind().name().toLowerCase(Locale.ROOT),
            issue.table(),
            issue.id().replaceAll("\\s", " "),
            issue.reason()));
  }

  @Override
  public void leftBehind(LeftBehind found) {
    Long rows = found.rows();
    String line =
        "not copied: %s, %s"
            .formatted(
                found.place(),
                rows == null
                    ? "rows that could not be counted"
                    : number(rows) + (rows == 1 ? " row" : " rows"));
    left.add(line.replaceAll("\\s", " "));
    write(String.join("\t", "left", found.table().replaceAll("\\s", " "), "", left.getLast()));
  }

  /** Returns the report as text. */
  String text(List<TableCount> counts, boolean dryRun) {
    progress.close();
    StringBuilder text = new StringBuilder();
    String row = "%-14s %10s %10s %10s %10s %10s %10s%n";
    String copied = dryRun ? "to copy" : "copied";
    text.append(
        row.formatted("", "total", copied, "(altered)", "existing", "different", "skipped"));
    for (TableCount count : counts) {
      text.append(
          row.formatted(
              count.table(),
              number(count.total()),
              number(count.copied()),
              number(count.altered()),
              number(count.same()),
              number(count.different()),
              number(count.skipped())));
    }
    appendTopics(text, RowIssue.Kind.SKIPPED, "Skipped");
    appendTopics(text, RowIssue.Kind.ALTERED, "Altered");
    appendTopics(text, RowIssue.Kind.DIFFERENT, "Different");
    if (!left.isEmpty()) {
      text.append("\nThe old database has values that have no place here:\n");
      left.forEach(line -> text.append("  ").append(line).append('\n'));
    }
    if (writer != null && !unwritable) {
      text.append("\nAll of this is listed in ").append(file).append('\n');
    }
    text.append(
        dryRun
            ? "\nNothing was written: this was a dry run.\n"
            : "\nPasswords, logins and tokens keep working with the old server's SECRET_KEY.\n");
    return text.toString();
  }

  @Override
  public void close() {
    progress.close();
    if (writer != null) {
      try {
        writer.close();
      } catch (IOException e) {
        cannotWrite(e);
      }
    }
  }

  private void appendTopics(StringBuilder text, RowIssue.Kind kind, String title) {
    if (topics.keySet().stream().noneMatch(topic -> topic.kind() == kind)) {
      return;
    }
    text.append('\n').append(title).append(":\n");
    topics.forEach(
        (topic, rows) -> {
          if (topic.kind() == kind) {
            text.append("  %s: %s: %s%n".formatted(topic.table(), topic.reason(), rows));
          }
        });
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void write(String line) {
    if (unwritable) {
      return;
    }
    try {
      if (writer == null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        writer = Files.newBufferedWriter(file);
      }
      writer.write(line + "\n");
    } catch (IOException e) {
      cannotWrite(e);
    }
  }

  /** A report that cannot be written does not stop the import. */
  private void cannotWrite(IOException e) {
    unwritable = true;
    System.getLogger(ImportReport.class.getName())
        .log(Level.WARNING, "cannot write the full report to {0}: {1}", file, Causes.innermost(e));
  }
}
