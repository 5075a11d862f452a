package dev.vidwiz.persistence.postgres;

import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.settings.UnsuitableDatabaseException;
import org.jdbi.v3.core.Handle;

/** What a database is set up with, as far as it matters to every statement. */
record ServerDefaults(String encoding, String isolation) {

  private static final String FIND =
      "SELECT current_setting('server_encoding') AS encoding,"
          + " current_setting('default_transaction_isolation') AS isolation";

  static ServerDefaults of(Handle handle) {
    return handle
        .createQuery(FIND)
        .map(
            (RecordMapper<ServerDefaults>)
                row -> new ServerDefaults(row.getText("encoding"), row.getText("isolation")))
        .one();
  }

  /**
   * Checks that every text can be stored.
   *
   * @throws UnsuitableDatabaseException when it cannot
   */
  void requireUtf8() {
    if (!encoding.equals("UTF8")) {
      throw new UnsuitableDatabaseException(
          "its encoding is %s, and VidWiz needs UTF8".formatted(encoding),
          "Create one with CREATE DATABASE vidwiz ENCODING 'UTF8' TEMPLATE template0, and set"
              + " DB_URL to it.");
    }
  }

  boolean isReadCommitted() {
    return isolation.equals("read committed");
  }
}
