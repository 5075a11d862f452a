package dev.vidwiz.application.failure;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Logs failures so that an outage does not fill the log. An outage of a part is logged at DEBUG
 * here, because the health check logs when it begins and ends. Any other failure is a warning, each
 * kind once an hour, and at DEBUG when it repeats. Thread-safe.
 */
public final class FailureLog {

  private static final long QUIET = Duration.ofHours(1).toNanos();

  private static final Pattern NUMBERED = Pattern.compile("\\S*\\d\\S*");

  /** More kinds than this contain varying texts. */
  private static final int MAX_KINDS = 1_000;

  private final System.Logger log;
  private final LongSupplier nanos;
  private final Map<String, Long> warnedAt = new ConcurrentHashMap<>();

  /** Logs as {@code source}. */
  public FailureLog(Class<?> source) {
    this(System.getLogger(source.getName()), System::nanoTime);
  }

  FailureLog(System.Logger log, LongSupplier nanos) {
    this.log = log;
    this.nanos = nanos;
  }

  /** Logs a failure; {@code text} says what did not work. */
  public void failed(String text, Throwable problem) {
    log.log(isOutage(problem) || isRepeated(problem) ? Level.DEBUG : Level.WARNING, text, problem);
  }

  /** Logs {@code text} if a warning was logged since the last call. */
  public void worked(String text) {
    if (!warnedAt.isEmpty() && forget()) {
      log.log(Level.INFO, text);
    }
  }

  private synchronized boolean forget() {
    boolean warned = !warnedAt.isEmpty();
    warnedAt.clear();
    return warned;
  }

  private static boolean isOutage(Throwable problem) {
    return problem instanceof InfrastructureException broken
        ? broken.isOutage()
        : problem.getCause() != null && isOutage(problem.getCause());
  }

  private synchronized boolean isRepeated(Throwable problem) {
    String kind = kind(problem);
    long now = nanos.getAsLong();
    Long last = warnedAt.get(kind);
    if (last != null && now - last < QUIET) {
      return true;
    }
    if (warnedAt.size() >= MAX_KINDS) {
      warnedAt.clear();
    }
    warnedAt.put(kind, now);
    return false;
  }

  /** The classes and messages of the problem and its causes, without ids and numbers. */
  private static String kind(Throwable problem) {
    String own = NUMBERED.matcher(problem.toString()).replaceAll("#");
    return problem.getCause() == null ? own : own + "\n" + kind(problem.getCause());
  }
}
