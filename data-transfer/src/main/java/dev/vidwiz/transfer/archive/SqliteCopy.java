package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.sqlite.SqliteBackup;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies a snapshot of a SQLite file, while servers use it, and checks the copy. */
public final class SqliteCopy {

  private SqliteCopy() {}

  /**
   * Copies the file and checks the copy.
   *
   * @param target an empty file
   * @return the number of rows copied
   * @throws StorageException when the file cannot be read, or the copy is damaged
   * @throws UncheckedIOException when the disk is full
   */
  public static long write(DatabaseSettings.Sqlite settings, Path target, Progress progress) {
    Map<Table, Long> copied;
    try (DatabaseSession database = DatabaseSession.open(settings)) {
      copied = database.snapshot(() -> copy(database, target, progress));
    }
    try (DatabaseSession copy = DatabaseSession.open(new DatabaseSettings.Sqlite(target))) {
      check(copy);
      if (!counts(copy).equals(copied)) {
        throw StorageException.broken("the copy has different numbers of rows", null);
      }
    }
    return copied.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Without the open snapshot, SQLite would restart the backup whenever a server writes. A copy of
   * newer tables has all of them.
   */
  private static Map<Table, Long> copy(DatabaseSession database, Path target, Progress progress) {
    database.requireTables();
    progress.begin("copying", SqliteBackup.pages(database.handle()));
    SqliteBackup.copy(database.handle(), target, done -> progress.at("pages", done));
    return counts(database);
  }

  private static void check(DatabaseSession copy) {
    List<String> problems =
        copy.handle().createQuery("PRAGMA integrity_check").mapTo(String.class).list();
    if (!problems.equals(List.of("ok"))) {
      throw StorageException.broken("the copy is damaged: " + problems.getFirst(), null);
    }
  }

  private static Map<Table, Long> counts(DatabaseSession database) {
    Map<Table, Long> counts = new LinkedHashMap<>();
    Tables.ALL.forEach(table -> counts.put(table, database.count(table)));
    return counts;
  }
}
