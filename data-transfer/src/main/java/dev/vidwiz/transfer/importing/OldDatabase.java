package dev.vidwiz.transfer.importing;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The database of an old Python server, in any of its versions. Not thread-safe. */
final class OldDatabase implements AutoCloseable {

  /** The number of rows, which can be large, in memory at one time. */
  static final int BATCH = 500;

  /** The tables of migrations, now and in former releases, which no old server has. */
  private static final Set<String> HISTORY_TABLES =
      Set.of("vidwiz_schema_history", "flyway_schema_history");

  private final Source source;

  /** The columns to read, of the tables that this version has. */
  private final Map<OldTable, List<String>> columns = new HashMap<>();

  /** The columns that were read, by table. */
  private final Map<String, Set<String>> read = new HashMap<>();

  private OldDatabase(Source source) {
    this.source = source;
  }

  /**
   * Connects and checks the tables.
   *
   * @throws NoOldDatabaseException when they are not those of an old server
   * @throws StorageException when the database cannot be read
   */
  static OldDatabase open(DatabaseSettings settings) {
    OldDatabase database = new OldDatabase(Source.open(settings));
    try {
      database.findColumns();
      return database;
    } catch (NoOldDatabaseException | StorageException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Returns whether a database has the tables of this program.
   *
   * @throws ForeignSchemaException when it has those of an old server
   */
  static boolean hasCurrentTables(DatabaseSettings settings) {
    try (Source source = Source.open(settings)) {
      Set<String> tables = source.tables();
      if (tables.stream().anyMatch(HISTORY_TABLES::contains)) {
        return true;
      }
      if (OldTable.ALL.stream().map(OldTable::name).anyMatch(tables::contains)) {
        throw new ForeignSchemaException("the database holds the tables of an older server");
      }
      return false;
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
  void read(OldTable table, Consumer<List<RowReader>> rows) {
    List<String> selected = columns.get(table);
    if (selected == null) {
      return;
    }
    Set<String> asked = read.getOrDefault(table.name(), Set.of());
    List<RowReader> batch;
    long position = Long.MIN_VALUE;
    do {
      batch =
          source.next(table.name(), selected, position, BATCH).stream()
              .map(values -> new RowReader(values, asked))
              .toList();
      if (!batch.isEmpty()) {
        rows.accept(batch);
        position = batch.getLast().position();
      }
    } while (batch.size() == BATCH);
  }

  /** Returns what has values and was not read until now. */
  List<LeftBehind> unread() {
    return new UnreadValues(source, read).find();
  }

  @Override
  public void close() {
    source.close();
  }

  private void findColumns() {
    Set<String> tables = source.tables();
    if (tables.stream().anyMatch(HISTORY_TABLES::contains)) {
      throw new NoOldDatabaseException("it is a database of this VidWiz, not of a Python server");
    }
    for (OldTable table : OldTable.ALL) {
      if (tables.contains(table.name())) {
        columns.put(table, table.columns(source.columns(table.name())));
        read.put(table.name(), new HashSet<>());
      } else if (table.inEveryVersion()) {
        throw new NoOldDatabaseException("it has no table " + table.name());
      }
    }
  }
}
