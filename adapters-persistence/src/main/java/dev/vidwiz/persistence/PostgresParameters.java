package dev.vidwiz.persistence;

import dev.vidwiz.persistence.postgres.PostgresProperties;
import java.util.Set;

/** The parameters that the address of a PostgreSQL database can have. */
public final class PostgresParameters {

  private PostgresParameters() {}

  /** Returns the names that the driver knows; it ignores others without a message. */
  public static Set<String> names() {
    return PostgresProperties.names();
  }
}
