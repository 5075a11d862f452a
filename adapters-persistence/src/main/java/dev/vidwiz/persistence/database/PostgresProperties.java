package dev.vidwiz.persistence.database;

import dev.vidwiz.persistence.DatabaseSettings;
import java.util.Properties;

/**
 * How the driver is set up for every connection; what stands in the address wins.
 *
 * @see <a href="https://jdbc.postgresql.org/documentation/use/#connection-parameters">Connection
 *     parameters</a>
 */
public final class PostgresProperties {

  private PostgresProperties() {}

  /** Returns the properties with user and password. */
  public static Properties of(DatabaseSettings.Postgres settings) {
    Properties properties = new Properties();
    if (settings.user() != null) {
      properties.setProperty("user", settings.user());
    }
    if (settings.password() != null) {
      properties.setProperty("password", settings.password());
    }
    properties.setProperty("ApplicationName", "vidwiz");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    // The details repeat the values of a row.
    properties.setProperty("logServerErrorDetail", "false");
    if (!settings.listen()) {
      // A transaction pooler hands each transaction another connection, without its statements.
      properties.setProperty("prepareThreshold", "0");
    }
    return properties;
  }
}
