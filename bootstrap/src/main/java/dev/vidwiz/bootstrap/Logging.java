package dev.vidwiz.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.vidwiz.bootstrap.log.JsonLayout;
import dev.vidwiz.bootstrap.log.TextLayout;
import dev.vidwiz.bootstrap.settings.LogFormat;
import dev.vidwiz.bootstrap.settings.LogLevel;
import dev.vidwiz.bootstrap.settings.SettingTable;
import dev.vidwiz.bootstrap.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Configures the log, which goes to standard error: with defaults at the first event, then from the
 * settings. The level applies to VidWiz. Libraries log only warnings, because at lower levels some
 * log tokens and bound values.
 */
public final class Logging extends ContextAwareBase implements Configurator {

  /** Called by Logback. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    configure(context, LogFormat.TEXT, LogLevel.WARN);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  static void configure(Settings settings) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    configure(context, settings.get(SettingTable.LOG_FORMAT), settings.get(SettingTable.LOG_LEVEL));
  }

  private static void configure(LoggerContext context, LogFormat format, LogLevel logLevel) {
    Level level = Level.toLevel(logLevel == LogLevel.WARNING ? "WARN" : logLevel.name());
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
    root.addAppender(console(context, format));
    context.getLogger("dev.vidwiz").setLevel(level);
    // It warns of each connection that an outage breaks; the health check logs the outage.
    context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
    // Javalin also throws what it logs.
    context.getLogger("io.javalin").setLevel(Level.OFF);
  }

  private static ConsoleAppender<ILoggingEvent> console(LoggerContext context, LogFormat format) {
    LayoutBase<ILoggingEvent> layout =
        switch (format) {
          case TEXT -> new TextLayout();
          case JSON -> new JsonLayout();
        };
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setLayout(layout);
    encoder.setCharset(UTF_8);
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    return console;
  }
}
