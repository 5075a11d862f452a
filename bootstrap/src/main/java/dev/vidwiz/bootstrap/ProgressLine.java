package dev.vidwiz.bootstrap;

import dev.vidwiz.transfer.archive.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows the progress of long commands: what is done, how fast, and how long it will take. On a
 * terminal it is one line, which is removed at the end, elsewhere a line every ten seconds. Not
 * thread-safe.
 */
final class ProgressLine implements Progress, AutoCloseable {

  private static final String ERASE = "\r\u001B[K";
  private static final Duration ON_TERMINAL = Duration.ofMillis(100);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);

  private final boolean terminal;
  private final PrintStream out;
  private final LongSupplier nanos;
  private String work = "";
  private String table = "";
  private long total;
  private long earlier;
  private long current;
  private long begunAt;
  private long shownAt;

  /** Shows progress on standard error. */
  ProgressLine() {
    this(isTerminal(), System.err, System::nanoTime);
  }

  ProgressLine(boolean terminal, PrintStream out, LongSupplier nanos) {
    this.terminal = terminal;
    this.out = out;
    this.nanos = nanos;
    this.begunAt = nanos.getAsLong();
    this.shownAt = begunAt;
  }

  @Override
  public void begin(String newWork, long newTotal) {
    work = newWork + " ";
    table = "";
    total = newTotal;
    earlier = 0;
    current = 0;
    begunAt = nanos.getAsLong();
  }

  @Override
  public void at(String newTable, long rows) {
    if (!newTable.equals(table)) {
      earlier += current;
      table = newTable;
    }
    current = rows;
    long now = nanos.getAsLong();
    if (isDue(now)) {
      show(text(now));
    }
  }

  /** Shows how far something else is, at intervals. */
  void say(String text) {
    if (isDue(nanos.getAsLong())) {
      show(text);
    }
  }

  /** Removes the line of a terminal, before something else is printed. */
  void clear() {
    if (terminal) {
      show("");
    }
  }

  @Override
  public void close() {
    clear();
  }

  private String text(long now) {
    long done = earlier + current;
    double rate = done / Math.max(1e-9, (now - begunAt) / 1e9);
    return text(work + table, done, total, rate);
  }

  /** Formats how far something is; {@code total} and {@code rate} are 0 when unknown. */
  static String text(String subject, long done, long total, double rate) {
    String text = String.format(Locale.ROOT, "%s: %,d", subject, done);
    if (total > 0) {
      text += String.format(Locale.ROOT, " of %,d", Math.max(done, total));
    }
    text += String.format(Locale.ROOT, ", %,.0f/s", rate);
    if (total > 0 && rate > 0) {
      text += ", " + duration((long) (Math.max(0, total - done) / rate)) + " left";
    }
    return text;
  }

  private static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
        : "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60);
  }

  private boolean isDue(long now) {
    boolean due = now - shownAt >= (terminal ? ON_TERMINAL : ELSEWHERE).toNanos();
    if (due) {
      shownAt = now;
    }
    return due;
  }

  private void show(String text) {
    out.print(terminal ? ERASE + text : text + System.lineSeparator());
    out.flush();
  }

  /** The launcher knows it: Java tells only of standard input and output together. */
  private static boolean isTerminal() {
    return Boolean.getBoolean("vidwiz.terminal");
  }
}
