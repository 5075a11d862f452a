package dev.vidwiz.transfer.importing;

import dev.vidwiz.persistence.DatabaseSettings;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.WholeDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies the rows of a Python server's database, which is only read, into one of ours. Ids are
 * kept. It may be broken off and run again: rows that are here already stay as they are here. For
 * one thread.
 */
public final class ImportOldDatabase implements AutoCloseable {

  private final OldDatabase source;

  private ImportOldDatabase(OldDatabase source) {
    this.source = source;
  }

  /**
   * Connects to the old database.
   *
   * @throws NoOldDatabaseException when it is not a Python server's
   * @throws dev.vidwiz.application.storage.StorageException when it cannot be read
   */
  public static ImportOldDatabase from(DatabaseSettings settings) {
    return new ImportOldDatabase(OldDatabase.open(settings));
  }

  /**
   * Copies everything into a database whose tables are up to date. Servers may be using it.
   *
   * @throws dev.vidwiz.application.storage.StorageException when one of the databases fails; what
   *     was copied until then stays
   */
  public List<TableCount> copyInto(DatabaseSettings settings, ImportListener listener) {
    try (Target target = new Target(WholeDatabase.open(settings), false)) {
      return copy(target, listener);
    }
  }

  /**
   * Does all of that but the writing; the database need not be there yet.
   *
   * @throws dev.vidwiz.persistence.ForeignSchemaException when it is a Python server's too
   * @throws dev.vidwiz.application.storage.StorageException when one of the databases fails
   */
  public List<TableCount> rehearse(DatabaseSettings settings, ImportListener listener) {
    try (Target target = new Target(existing(settings), true)) {
      return copy(target, listener);
    }
  }

  @Override
  public void close() {
    source.close();
  }

  private List<TableCount> copy(Target target, ImportListener listener) {
    Known known = new Known();
    List<Rules> all =
        List.of(
            new UserRules(known),
            new VideoRules(known),
            new NoteRules(known),
            new ConversationRules(known),
            new MessageRules(known),
            new TaskRules(known));
    // First, too: servers may be writing already.
    continueIds(all, target);
    List<TableCount> counts = all.stream().map(rules -> copy(rules, target, listener)).toList();
    continueIds(all, target);
    return counts;
  }

  private TableCount copy(Rules rules, Target target, ImportListener listener) {
    OldTable table = rules.table();
    Tally tally = new Tally(table.name(), source.count(table), listener);
    if (rules.looksAhead()) {
      source.read(table, rows -> rows.forEach(rules::lookAhead));
    }
    Copying copying = new Copying(rules, target, tally);
    source.read(table, copying::copy);
    tally.tellProgress();
    return tally.count();
  }

  private void continueIds(List<Rules> all, Target target) {
    Map<Table, Long> highest = new LinkedHashMap<>();
    all.forEach(rules -> highest.put(rules.table().ours(), source.highestId(rules.table())));
    target.continueIds(highest);
  }

  private static @Nullable WholeDatabase existing(DatabaseSettings settings) {
    if (settings instanceof DatabaseSettings.Sqlite(Path file) && !Files.exists(file)) {
      return null;
    }
    return Source.isOurs(settings) ? WholeDatabase.open(settings) : null;
  }
}
