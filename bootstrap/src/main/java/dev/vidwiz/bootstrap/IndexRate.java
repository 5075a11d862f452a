package dev.vidwiz.bootstrap;

import dev.vidwiz.persistence.migration.IndexProgress;
import java.time.Duration;

/** How fast an index is built, since the phase of its building was first seen. Not thread-safe. */
final class IndexRate {

  private String phase = "";
  private Duration since = Duration.ZERO;
  private long doneBefore;

  /** Returns the line about an index that has been built for some time. */
  String text(String index, Duration elapsed, IndexProgress now) {
    String seen = index + ", " + now.phase();
    if (!seen.equals(phase)) {
      phase = seen;
      since = elapsed;
      doneBefore = now.done();
    }
    if (now.total() == 0) {
      return "%s: %d s".formatted(phase, elapsed.minus(since).toSeconds());
    }
    double seconds = Math.max(1e-3, elapsed.minus(since).toMillis() / 1e3);
    return ProgressLine.text(phase, now.done(), now.total(), (now.done() - doneBefore) / seconds);
  }
}
