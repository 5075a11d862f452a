package dev.vidwiz.bootstrap;

import dev.vidwiz.transfer.archive.Progress;
import java.io.Console;
import java.time.Duration;
import java.util.Locale;

/** Shows progress on standard error; on a terminal, in a line that is removed at the end. */
final class ProgressLine implements Progress, AutoCloseable {

  private static final String ERASE = "\r\u001B[K";
  private static final Duration ON_TERMINAL = Duration.ofMillis(100);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final boolean terminal = isTerminal();
  private final Duration interval = terminal ? ON_TERMINAL : ELSEWHERE;
  private long shownAt = System.nanoTime();

  @Override
  public void at(String table, long rows) {
    if (terminal) {
      show(String.format(Locale.ROOT, "%s: %,d rows", table, rows));
    }
  }

  /** Shows progress with a known total, at intervals, also without a terminal. */
  void at(String table, long done, long total) {
    if (System.nanoTime() - shownAt >= interval.toNanos()) {
      shownAt = System.nanoTime();
      show(String.format(Locale.ROOT, "%s: %,d of %,d", table, done, Math.max(done, total)));
    }
  }

  /** Shows how far something else is, at intervals. */
  void say(String text) {
    if (System.nanoTime() - shownAt >= interval.toNanos()) {
      shownAt = System.nanoTime();
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

  private void show(String text) {
    System.err.print(terminal ? ERASE + text : text + System.lineSeparator());
    System.err.flush();
  }

  @SuppressWarnings("SystemConsoleNull") // It can be null again since JDK 25.
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
