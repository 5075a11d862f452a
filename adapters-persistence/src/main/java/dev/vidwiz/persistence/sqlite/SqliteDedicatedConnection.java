package dev.vidwiz.persistence.sqlite;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.Jdbis;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A connection to a SQLite file for bulk work. */
public final class SqliteDedicatedConnection {

  private SqliteDedicatedConnection() {}

  /**
   * Connects to an existing file; the caller closes the connection.
   *
   * @throws StorageException when the file is missing or cannot be opened
   */
  public static Handle open(Path file) {
    if (!Files.exists(file)) {
      throw StorageException.unavailable("there is no file " + file, null);
    }
    Jdbi jdbi = Jdbi.create(SqliteConnections.url(file), SqliteConnections.properties());
    return Jdbis.open(Jdbis.configured(jdbi, new SqliteTypes()), "the database cannot be opened");
  }
}
