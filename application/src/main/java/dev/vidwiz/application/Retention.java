package dev.vidwiz.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes old rows, part by part. A part that fails does not keep the others from running. */
final class Retention {

  private final List<Upkeep.Work> parts;
  private final Runnable succeeded;
  private volatile boolean stopped;

  /** Calls {@code succeeded} after each run in which no part failed. */
  Retention(List<Upkeep.Work> parts, Runnable succeeded) {
    this.parts = List.copyOf(parts);
    this.succeeded = succeeded;
  }

  /** Runs all parts, and then throws the first failure. */
  void run() throws InterruptedException {
    @Nullable RuntimeException failure = null;
    for (Upkeep.Work part : parts) {
      if (stopped) {
        return;
      }
      try {
        part.run();
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    succeeded.run();
  }

  /** Ends a run after its current part. */
  void stop() {
    stopped = true;
  }
}
