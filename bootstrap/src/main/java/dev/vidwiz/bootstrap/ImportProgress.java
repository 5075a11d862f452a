package dev.vidwiz.bootstrap;

import java.time.Duration;
import java.util.Locale;

/** Shows how an import gets on: one line rewritten on a terminal, else a line now and then. */
final class ImportProgress implements AutoCloseable {

  private static final Duration ON_TERMINAL = Duration.ofMillis(100);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final ProgressLine line = new ProgressLine();
  private final Duration pause = line.isShown() ? ON_TERMINAL : ELSEWHERE;
  private long shownAt = System.nanoTime();

  void show(String table, long done, long total) {
    if (System.nanoTime() - shownAt < pause.toNanos()) {
      return;
    }
    shownAt = System.nanoTime();
    String text = String.format(Locale.ROOT, "%s: %,d of %,d", table, done, Math.max(done, total));
    if (line.isShown()) {
      line.show(text);
    } else {
      System.err.println(text);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
