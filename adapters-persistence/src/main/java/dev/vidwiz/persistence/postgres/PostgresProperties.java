package dev.vidwiz.persistence.postgres;

import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.time.Duration;
import java.util.Properties;

/**
 * How the driver is set up for every connection; what stands in the address wins.
 *
 * @see <a href="https://jdbc.postgresql.org/documentation/use/#connection-parameters">Connection
 *     parameters</a>
 */
final class PostgresProperties {

  /** How long the server may take for an answer, unless it is asked for long work. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  private PostgresProperties() {}

  /** Returns the properties with user and password. */
  static Properties of(DatabaseSettings.Postgres settings) {
    Properties properties = new Properties();
    if (settings.user() != null) {
      properties.setProperty("user", settings.user());
    }
    if (settings.password() != null) {
      properties.setProperty("password", settings.password());
    }
    properties.setProperty("ApplicationName", "vidwiz");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", Long.toString(ANSWER_TIMEOUT.toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    // The details repeat the values of a row.
    properties.setProperty("logServerErrorDetail", "false");
    if (!settings.listen()) {
      // A transaction pooler hands each transaction another connection, without its statements.
      properties.setProperty("prepareThreshold", "0");
    }
    return properties;
  }

  /** Returns the properties for many short reads. */
  static Properties ofPool(DatabaseSettings.Postgres settings) {
    Properties properties = of(settings);
    properties.remove("socketTimeout");
    properties.setProperty("socketFactory", WatchedSockets.class.getName());
    properties.setProperty("socketFactoryArg", Long.toString(ANSWER_TIMEOUT.toMillis()));
    return properties;
  }
}
