package dev.vidwiz.bench.seed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A SQLite file in a separate folder. */
record SqliteDatabase(Path home, Sizes sizes) implements SeededDatabase {

  @Override
  public Map<String, String> settings() {
    return Map.of("DATA_DIR", home.toString());
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("vidwiz.db"));
  }

  @Override
  public void close() {
    Folders.delete(home);
  }
}
