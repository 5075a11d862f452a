package dev.vidwiz.bootstrap.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The output of a program on one stream, read while it runs. */
final class Output {

  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<String> whole = new CompletableFuture<>();

  Output(BufferedReader reader) {
    Thread.ofVirtual().start(() -> read(reader));
  }

  /** Waits until the program closes the stream, and returns the whole output. */
  String whole() {
    return whole.orTimeout(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Waits until the output matches the pattern, or the program closes the stream. */
  MatchResult find(Pattern pattern) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.TIMEOUT_SECONDS);
    synchronized (text) {
      Matcher matcher = pattern.matcher(text);
      while (!matcher.find()) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (whole.isDone() || left <= 0) {
          throw new AssertionError("no " + pattern + " in: " + text);
        }
        text.wait(left);
        matcher = pattern.matcher(text);
      }
      return matcher.toMatchResult();
    }
  }

  private void read(BufferedReader reader) {
    try (reader) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line + "\n");
      }
    } catch (IOException e) {
      // The pipe of a killed process breaks.
    } finally {
      whole.complete(text.toString());
      add("");
    }
  }

  private void add(String more) {
    synchronized (text) {
      text.append(more);
      text.notifyAll();
    }
  }
}
