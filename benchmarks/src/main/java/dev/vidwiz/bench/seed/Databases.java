package dev.vidwiz.bench.seed;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Creates databases for servers. */
public interface Databases {

  /**
   * Returns a source of databases of one kind.
   *
   * @param url null for SQLite; else a PostgreSQL database, which is not modified: new databases
   *     are created on its server, with its name as a prefix
   * @param folder the folder for files
   */
  static Databases of(DatabaseUrl.@Nullable Postgres url, Path folder) {
    return url == null ? new SqliteDatabases(folder) : new PostgresDatabases(url, folder);
  }

  /** Returns the kind of database for reports. */
  String product() throws SQLException;

  /**
   * Creates a database.
   *
   * @param name unique within this run
   * @throws ForeignDatabaseException when another program created a database with that name
   */
  SeededDatabase create(String name, Sizes sizes) throws SQLException;
}
