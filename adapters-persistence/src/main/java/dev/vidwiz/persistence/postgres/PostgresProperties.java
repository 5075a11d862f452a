package dev.vidwiz.persistence.postgres;

import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGProperty;

/**
 * The driver properties of every connection. Parameters in the URL override them.
 *
 * @see <a href="https://jdbc.postgresql.org/documentation/use/#connection-parameters">Connection
 *     parameters</a>
 */
public final class PostgresProperties {

  /** The longest wait for an answer, except for bulk work. */
  static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  private PostgresProperties() {}

  /** Returns the names of all properties of the driver but those of the address itself. */
  public static Set<String> names() {
    return Stream.of(PGProperty.values())
        .map(PGProperty::getName)
        .filter(name -> !name.startsWith("PG"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the properties with user and password; none for the pool of another program. */
  static Properties of(DatabaseSettings.OnServer any) {
    Properties properties = new Properties();
    if (!(any instanceof DatabaseSettings.Postgres settings)) {
      return properties;
    }
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
    if (settings.schema() != null) {
      properties.setProperty("currentSchema", '"' + settings.schema() + '"');
    }
    // The details contain values of rows.
    properties.setProperty("logServerErrorDetail", "false");
    if (!settings.listen()) {
      // A transaction pooler uses another connection for each transaction, without prepared
      // statements.
      properties.setProperty("prepareThreshold", "0");
    }
    return properties;
  }

  /** Returns the properties of pooled connections. */
  static Properties ofPool(DatabaseSettings.Postgres settings) {
    Properties properties = of(settings);
    properties.remove("socketTimeout");
    properties.setProperty("socketFactory", WatchedSockets.class.getName());
    properties.setProperty("socketFactoryArg", Long.toString(ANSWER_TIMEOUT.toMillis()));
    return properties;
  }
}
