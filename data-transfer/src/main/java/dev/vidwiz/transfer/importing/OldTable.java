package dev.vidwiz.transfer.importing;

import dev.vidwiz.transfer.table.Column;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table of the old server. The target table has the same name and most of its columns.
 *
 * @param required the columns that every version of the old server has
 * @param inEveryVersion whether every version of the old server has the table
 * @param others the columns to read that the target does not have
 */
record OldTable(Table target, Set<String> required, boolean inEveryVersion, Set<String> others) {

  static final OldTable USERS = new OldTable(Tables.USERS, Set.of("id", "email"), true);

  static final OldTable VIDEOS =
      new OldTable(
          Tables.VIDEOS, Set.of("id", "video_id"), true, Set.of(OldQuestions.MISCELLANEOUS));

  static final OldTable NOTES =
      new OldTable(Tables.NOTES, Set.of("id", "user_id", "video_id", "timestamp"), true);

  static final OldTable CONVERSATIONS =
      new OldTable(Tables.CONVERSATIONS, Set.of("id", "video_id"), false);

  static final OldTable MESSAGES =
      new OldTable(Tables.MESSAGES, Set.of("id", "conversation_id", "role", "content"), false);

  static final OldTable TASKS =
      new OldTable(Tables.TASKS, Set.of("id", "task_type", "status", "task_details"), false);

  /** A table comes after those it refers to. */
  static final List<OldTable> ALL = List.of(USERS, VIDEOS, NOTES, CONVERSATIONS, MESSAGES, TASKS);

  private OldTable(Table target, Set<String> required, boolean inEveryVersion) {
    this(target, required, inEveryVersion, Set.of());
  }

  String name() {
    return target.name();
  }

  /**
   * Returns the existing columns that can be read: those that the target has, too, and others.
   *
   * @throws NoOldDatabaseException when a required one does not exist
   */
  List<String> columns(Set<String> existing) {
    for (String column : required) {
      if (!existing.contains(column)) {
        throw new NoOldDatabaseException("its table %s has no column %s".formatted(name(), column));
      }
    }
    return Stream.concat(target.columns().stream().map(Column::name), others.stream())
        .filter(existing::contains)
        .toList();
  }
}
