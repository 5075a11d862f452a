package dev.vidwiz.transfer.importing;

import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies the rows of an old Python server's database, which is only read, into a database of this
 * program. Rows keep their ids. An import can be interrupted and repeated: rows that the target has
 * already are left unchanged. Not thread-safe.
 */
public final class ImportOldDatabase implements AutoCloseable {

  private final OldDatabase source;

  private ImportOldDatabase(OldDatabase source) {
    this.source = source;
  }

  /**
   * Connects to the old database.
   *
   * @throws NoOldDatabaseException when it is not one of an old server
   * @throws dev.vidwiz.application.storage.StorageException when it cannot be read
   */
  public static ImportOldDatabase from(DatabaseSettings settings) {
    return new ImportOldDatabase(OldDatabase.open(settings));
  }

  /**
   * Copies all rows into a database whose tables are up to date. Servers can use it meanwhile.
   *
   * @throws dev.vidwiz.application.storage.StorageException when one of the databases fails; what
   *     was copied before stays
   */
  public List<TableCount> copyInto(DatabaseSettings settings, ImportListener listener) {
    try (TargetDatabase target = new TargetDatabase(DatabaseSession.open(settings), false)) {
      return copy(target, listener);
    }
  }

  /**
   * Does the same without writing; the target need not exist.
   *
   * @throws dev.vidwiz.persistence.settings.ForeignSchemaException when the target is an old
   *     server's, too
   * @throws dev.vidwiz.application.storage.StorageException when one of the databases fails
   */
  public List<TableCount> dryRun(DatabaseSettings settings, ImportListener listener) {
    try (TargetDatabase target = new TargetDatabase(existing(settings), true)) {
      return copy(target, listener);
    }
  }

  @Override
  public void close() {
    source.close();
  }

  private List<TableCount> copy(TargetDatabase target, ImportListener listener) {
    ImportedIds imported = new ImportedIds();
    List<TableRules> all =
        List.of(
            new UserRules(imported),
            new VideoRules(imported),
            new NoteRules(imported),
            new ConversationRules(imported),
            new MessageRules(imported),
            new TaskRules(imported));
    listener.started(all.stream().mapToLong(rules -> source.count(rules.table())).sum());
    // Also before copying, because servers can insert rows meanwhile.
    advanceIds(all, target);
    List<TableCount> counts = all.stream().map(rules -> copy(rules, target, listener)).toList();
    advanceIds(all, target);
    source.unread().forEach(listener::leftBehind);
    return counts;
  }

  private TableCount copy(TableRules rules, TargetDatabase target, ImportListener listener) {
    OldTable table = rules.table();
    TableCounter counter = new TableCounter(table.name(), source.count(table), listener);
    if (rules.looksAhead()) {
      source.read(table, rows -> rows.forEach(rules::lookAhead));
    }
    TableCopier copier = new TableCopier(rules, target, counter);
    source.read(table, copier::copy);
    counter.reportProgress();
    return counter.count();
  }

  private void advanceIds(List<TableRules> all, TargetDatabase target) {
    Map<Table, Long> highest = new LinkedHashMap<>();
    all.forEach(rules -> highest.put(rules.table().target(), source.highestId(rules.table())));
    target.advanceIds(highest);
  }

  private static @Nullable DatabaseSession existing(DatabaseSettings settings) {
    if (settings instanceof DatabaseSettings.Sqlite(Path file) && !Files.exists(file)) {
      return null;
    }
    return OldDatabase.hasCurrentTables(settings) ? DatabaseSession.open(settings) : null;
  }
}
