package dev.vidwiz.bootstrap.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Selects what is logged about an exception: always the reason, and at ERROR always the stack
 * trace. At lower levels, such as for a database that is down, the stack trace of each kind is
 * logged once a minute, because one per request would hide other lines. Thread-safe.
 */
final class Traces {

  private static final long PAUSE_MILLIS = 60_000;

  private record Kind(String logger, String exception, String cause) {}

  private final Map<Kind, Long> shown = new ConcurrentHashMap<>();

  /** Returns whether to log the stack trace now. Call it once per event. */
  boolean isDue(ILoggingEvent event, IThrowableProxy exception) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      return true;
    }
    Kind kind =
        new Kind(
            event.getLoggerName(), exception.getClassName(), innermost(exception).getClassName());
    long now = event.getTimeStamp();
    AtomicBoolean due = new AtomicBoolean();
    shown.compute(
        kind,
        (same, last) -> {
          due.set(last == null || now - last >= PAUSE_MILLIS);
          return due.get() ? Long.valueOf(now) : last;
        });
    return due.get();
  }

  /** Returns the reason in one line, including that of the innermost cause. */
  static String reason(IThrowableProxy exception) {
    IThrowableProxy cause = innermost(exception);
    return OneLine.of(
        exception.getCause() == null ? text(cause) : text(exception) + ": " + text(cause));
  }

  /** Returns the whole stack trace. */
  static String trace(IThrowableProxy exception) {
    return ThrowableProxyUtil.asString(exception);
  }

  private static IThrowableProxy innermost(IThrowableProxy exception) {
    IThrowableProxy cause = exception;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String text(IThrowableProxy exception) {
    String name = exception.getClassName().substring(exception.getClassName().lastIndexOf('.') + 1);
    return exception.getMessage() == null ? name : exception.getMessage();
  }
}
