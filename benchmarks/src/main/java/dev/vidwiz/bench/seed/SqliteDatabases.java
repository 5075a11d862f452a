package dev.vidwiz.bench.seed;

import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** SQLite files. Each is a copy of a template that is filled once and kept. */
final class SqliteDatabases implements Databases {

  private static final String FILE = "vidwiz.db";

  private final Path folder;

  SqliteDatabases(Path folder) {
    this.folder = folder;
  }

  @Override
  public String product() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      return "SQLite " + connection.getMetaData().getDatabaseProductVersion();
    }
  }

  @Override
  public SeededDatabase create(String name, Sizes sizes) throws SQLException {
    try {
      Path seed = seed(sizes);
      Path home = Folders.empty(folder.resolve(name));
      Files.copy(seed, home.resolve(FILE));
      return new SqliteDatabase(home, sizes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a SQLite file", e);
    }
  }

  /** Returns the template for these sizes, which is created if it does not exist. */
  private Path seed(Sizes sizes) throws IOException, SQLException {
    Path folderOfNew = Folders.empty(folder.resolve("making"));
    Path making = folderOfNew.resolve(FILE);
    Tables.create(new DatabaseSettings.Sqlite(making));
    Path seeds = Files.createDirectories(folder.resolve("seed"));
    SeedScript script = SeedScript.of("sqlite.sql", sizes);
    Path kept;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + making)) {
      kept = seeds.resolve(Tables.fingerprint(connection, script) + ".db");
      if (!Files.exists(kept)) {
        fill(connection, script);
      }
    }
    if (!Files.exists(kept)) {
      Files.move(making, kept, StandardCopyOption.ATOMIC_MOVE);
    }
    Folders.delete(folderOfNew);
    return kept;
  }

  /** Not safe in a crash: an incomplete file is never used. */
  private static void fill(Connection connection, SeedScript script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = OFF");
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("PRAGMA cache_size = -200000");
      connection.setAutoCommit(false);
      script.run(connection);
      connection.commit();
    }
  }
}
