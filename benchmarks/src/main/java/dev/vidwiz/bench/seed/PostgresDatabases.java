package dev.vidwiz.bench.seed;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** PostgreSQL databases. Each is a copy of a template that is filled once and kept. */
final class PostgresDatabases implements Databases {

  private final PostgresAdmin admin;
  private final DatabaseUrl.Postgres url;
  private final Path folder;

  PostgresDatabases(DatabaseUrl.Postgres url, Path folder) {
    this.admin = new PostgresAdmin(url);
    this.url = url;
    this.folder = folder;
  }

  @Override
  public String product() throws SQLException {
    return "PostgreSQL %s, fsync %s, synchronous_commit %s"
        .formatted(
            admin.query("SELECT split_part(current_setting('server_version'), ' ', 1)"),
            admin.query("SHOW fsync"),
            admin.query("SHOW synchronous_commit"));
  }

  @Override
  public SeededDatabase create(String name, Sizes sizes) throws SQLException {
    PostgresDatabase made =
        new PostgresDatabase(admin, admin.beside(name), sizes, folder.resolve(name));
    admin.create(made.url(), null);
    Tables.create(settings(made.url()));
    SeedScript script = SeedScript.of("postgres.sql", sizes);
    String fingerprint;
    try (Connection connection = made.connect()) {
      fingerprint = Tables.fingerprint(connection, script);
      if (sizes.equals(Sizes.EMPTY)) {
        script.run(connection);
        return made;
      }
    }
    admin.create(made.url(), seed(script, fingerprint));
    admin.checkpoint();
    return made;
  }

  /** Returns the name of the template, which is filled now if it does not have these rows. */
  private String seed(SeedScript script, String fingerprint) throws SQLException {
    DatabaseUrl.Postgres seed = admin.beside("seed");
    if (!admin.isMarked(seed, fingerprint)) {
      admin.create(seed, null);
      Tables.create(settings(seed));
      try (Connection connection = PostgresAdmin.connect(seed)) {
        script.run(connection);
      }
      admin.mark(seed, fingerprint);
    }
    return seed.database();
  }

  private DatabaseSettings settings(DatabaseUrl.Postgres database) {
    return new DatabaseSettings.Postgres(database.jdbcUrl(), url.user(), url.password(), 1, false);
  }
}
