package dev.vidwiz.bootstrap;

import dev.vidwiz.transfer.archive.Progress;
import java.io.Console;
import java.util.Locale;

/** Shows on a terminal how far long work has come, in a line that is gone afterwards. */
final class ProgressLine implements Progress, AutoCloseable {

  private static final String ERASE = "\r\u001B[K";

  private final boolean shown;

  @SuppressWarnings("SystemConsoleNull") // It is null again since JDK 25.
  ProgressLine() {
    Console console = System.console();
    shown = console != null && console.isTerminal();
  }

  @Override
  public void at(String table, long rows) {
    show(String.format(Locale.ROOT, "%s: %,d rows", table, rows));
  }

  /** Tells whether there is a terminal. */
  boolean isShown() {
    return shown;
  }

  /** Puts another text into the line. */
  void show(String text) {
    print(ERASE + text);
  }

  @Override
  public void close() {
    print(ERASE);
  }

  private void print(String text) {
    if (shown) {
      System.err.print(text);
      System.err.flush();
    }
  }
}
