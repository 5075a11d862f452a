package dev.vidwiz.bootstrap.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Formats events for people. Lines of a stack trace start with a tab, all others with a time.
 * Thread-safe.
 */
public final class TextLayout extends LayoutBase<ILoggingEvent> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  /** Including the space after it. */
  private static final int LEVEL_WIDTH = 6;

  private final Traces traces = new Traces();

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder text = new StringBuilder(160);
    TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), text);
    String logger = event.getLoggerName();
    String level = event.getLevel().toString();
    text.append(' ')
        .append(level)
        .repeat(' ', LEVEL_WIDTH - level.length())
        .append(logger, logger.lastIndexOf('.') + 1, logger.length())
        .append(": ")
        .append(OneLine.of(event.getFormattedMessage()));
    IThrowableProxy exception = event.getThrowableProxy();
    if (exception != null) {
      text.append(": ").append(Traces.reason(exception));
      if (traces.isDue(event, exception)) {
        Traces.trace(exception)
            .lines()
            .forEach(line -> text.append("\n\t").append(OneLine.of(line.replace("\t", "  "))));
      }
    }
    return text.append('\n').toString();
  }
}
