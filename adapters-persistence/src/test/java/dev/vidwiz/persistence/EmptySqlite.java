package dev.vidwiz.persistence;

import dev.vidwiz.application.Storage;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty SQLite database as a storage, for each test. */
abstract class EmptySqlite {

  private static Path withTables;

  @TempDir Path folder;
  Storage sqlite;

  @BeforeAll
  static void makeTables(@TempDir Path shared) {
    withTables = shared.resolve("vidwiz.db");
    JdbiStorage.open(new DatabaseSettings.Sqlite(withTables)).close();
  }

  @BeforeEach
  void copyTables() throws IOException {
    Files.copy(withTables, folder.resolve("vidwiz.db"));
    open();
  }

  final void open() {
    sqlite = JdbiStorage.open(new DatabaseSettings.Sqlite(folder.resolve("vidwiz.db")));
  }

  @AfterEach
  void close() {
    sqlite.close();
  }
}
