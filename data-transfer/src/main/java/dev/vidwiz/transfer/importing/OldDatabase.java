package dev.vidwiz.transfer.importing;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.DatabaseSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The database of a Python server, of whatever age. For one thread. */
final class OldDatabase implements AutoCloseable {

  /** So many rows, which may be large, are in memory at a time. */
  static final int BATCH = 500;

  private final Source source;
  private final Map<OldTable, List<String>> columns;

  private OldDatabase(Source source, Map<OldTable, List<String>> columns) {
    this.source = source;
    this.columns = columns;
  }

  /**
   * Connects and looks at the tables.
   *
   * @throws NoOldDatabaseException when they are not a Python server's
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

  /** Returns how many rows there are in a table, 0 where databases of that age have none. */
  long count(OldTable table) {
    return columns.containsKey(table) ? source.count(table.name()) : 0;
  }

  /** Returns the highest id of a table that can be used, or 0. */
  long highestId(OldTable table) {
    return columns.containsKey(table) ? source.highestPosition(table.name(), Cells.HIGHEST_ID) : 0;
  }

  /** Hands on all rows of a table in the order of their ids, some at a time. */
  void read(OldTable table, Consumer<List<OldRow>> rows) {
    List<String> wanted = columns.get(table);
    if (wanted == null) {
      return;
    }
    List<OldRow> batch;
    long position = Long.MIN_VALUE;
    do {
      batch = source.next(table.name(), wanted, position, BATCH);
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
    if (tables.contains(Source.OURS)) {
      throw new NoOldDatabaseException("it is a database of this VidWiz, not of a Python server");
    }
    Map<OldTable, List<String>> columns = new HashMap<>();
    for (OldTable table : OldTable.ALL) {
      if (tables.contains(table.name())) {
        columns.put(table, columns(source, table));
      } else if (table.sinceTheFirst()) {
        throw new NoOldDatabaseException("it has no table " + table.name());
      }
    }
    return columns;
  }

  private static List<String> columns(Source source, OldTable table) {
    Set<String> there = source.columns(table.name());
    for (String column : table.required()) {
      if (!there.contains(column)) {
        throw new NoOldDatabaseException(
            "its table %s has no column %s".formatted(table.name(), column));
      }
    }
    return table.columns(there);
  }
}
