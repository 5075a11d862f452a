package dev.vidwiz.bench.seed;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where databases for servers come from. */
public interface Databases {

  /**
   * Makes databases of a kind.
   *
   * @param url null for SQLite; else a PostgreSQL database, which is not touched itself: those that
   *     are made lie beside it, with names that begin like its own
   * @param folder for what is kept in files
   */
  static Databases of(DatabaseUrl.@Nullable Postgres url, Path folder) {
    return url == null ? new SqliteDatabases(folder) : new PostgresDatabases(url, folder);
  }

  /** Returns what kind of database it is, as people read it. */
  String product() throws SQLException;

  /**
   * Makes a database.
   *
   * @param name tells it from the others of this run
   * @throws ForeignDatabaseException when there is one of the name that is not ours to remove
   */
  SeededDatabase create(String name, Sizes sizes) throws SQLException;
}
