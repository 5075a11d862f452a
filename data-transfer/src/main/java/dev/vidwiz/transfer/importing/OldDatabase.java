package dev.vidwiz.transfer.importing;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The database of an old Python server, in any of its versions. Not thread-safe. */
final class OldDatabase implements AutoCloseable {

  /** The number of rows, which can be large, in memory at one time. */
  static final int BATCH = 500;

  private final Source source;
  private final Map<OldTable, List<String>> columns;

  private OldDatabase(Source source, Map<OldTable, List<String>> columns) {
    this.source = source;
    this.columns = columns;
  }

  /**
   * Connects and checks the tables.
   *
   * @throws NoOldDatabaseException when they are not those of an old server
   * @throws StorageException when the database cannot be read
   */
  static OldDatabase open(DatabaseSettings settings) {
    Source source = Source.open(settings);
    boolean opened = false;
    try {
      OldDatabase database = new OldDatabase(source, columns(source));
      opened = true;
      return database;
    } finally {
      if (!opened) {
        source.close();
      }
    }
  }

  /** Returns the number of rows in a table; 0 if this version lacks it. */
  long count(OldTable table) {
    return columns.containsKey(table) ? source.count(table.name()) : 0;
  }

  /** Returns the highest usable id in a table, or 0. */
  long highestId(OldTable table) {
    return columns.containsKey(table) ? source.highestPosition(table.name(), RowReader.MAX_ID) : 0;
  }

  /** Passes on all rows of a table in batches, in the order of the ids. */
  void read(OldTable table, Consumer<List<OldRow>> rows) {
    List<String> selected = columns.get(table);
    if (selected == null) {
      return;
    }
    List<OldRow> batch;
    long position = Long.MIN_VALUE;
    do {
      batch = source.next(table.name(), selected, position, BATCH);
      if (!batch.isEmpty()) {
        rows.accept(batch);
        position = batch.getLast().position();
      }
    } while (batch.size() == BATCH);
  }

  @Override
  public void close() {
    source.close();
  }

  private static Map<OldTable, List<String>> columns(Source source) {
    Set<String> tables = source.tables();
    if (tables.contains(Source.HISTORY_TABLE)) {
      throw new NoOldDatabaseException("it is a database of this VidWiz, not of a Python server");
    }
    Map<OldTable, List<String>> columns = new HashMap<>();
    for (OldTable table : OldTable.ALL) {
      if (tables.contains(table.name())) {
        columns.put(table, columns(source, table));
      } else if (table.inEveryVersion()) {
        throw new NoOldDatabaseException("it has no table " + table.name());
      }
    }
    return columns;
  }

  private static List<String> columns(Source source, OldTable table) {
    Set<String> existing = source.columns(table.name());
    for (String column : table.required()) {
      if (!existing.contains(column)) {
        throw new NoOldDatabaseException(
            "its table %s has no column %s".formatted(table.name(), column));
      }
    }
    return table.columns(existing);
  }
}
