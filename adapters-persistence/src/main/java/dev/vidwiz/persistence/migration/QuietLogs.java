package dev.vidwiz.persistence.migration;

import java.lang.System.Logger.Level;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Logs Flyway's messages below INFO, except warnings and errors. Flyway creates it by name. */
public final class QuietLogs implements LogCreator {

  @Override
  public Log createLogger(Class<?> source) {
    return new QuietLog(System.getLogger(source.getName()));
  }

  private record QuietLog(System.Logger log) implements Log {

    /** Deprecated, but Flyway 11, which frameworks set, requires it. */
    @Override
    @SuppressWarnings("deprecation")
    public boolean isDebugEnabled() {
      return log.isLoggable(Level.TRACE);
    }

    @Override
    public void debug(String message) {
      log.log(Level.TRACE, message);
    }

    @Override
    public void info(String message) {
      log.log(Level.DEBUG, message);
    }

    @Override
    public void notice(String message) {
      log.log(Level.DEBUG, message);
    }

    @Override
    public void warn(String message) {
      log.log(Level.WARNING, message);
    }

    @Override
    public void error(String message) {
      log.log(Level.ERROR, message);
    }

    @Override
    public void error(String message, Exception cause) {
      log.log(Level.ERROR, message, cause);
    }
  }
}
