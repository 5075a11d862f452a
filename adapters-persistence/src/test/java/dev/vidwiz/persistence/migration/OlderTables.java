package dev.vidwiz.persistence.migration;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The tables as an earlier version of the program made them. */
final class OlderTables {

  private OlderTables() {}

  /** Makes them up to a version, by the files in a folder of db/migration. */
  static void make(
      String version, String url, @Nullable String user, @Nullable String password, String folder) {
    Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db/migration/" + folder)
        .target(version)
        .load()
        .migrate();
  }
}
