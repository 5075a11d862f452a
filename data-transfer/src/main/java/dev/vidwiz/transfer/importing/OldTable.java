package dev.vidwiz.transfer.importing;

import dev.vidwiz.transfer.table.Column;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import java.util.List;
import java.util.Set;

/**
 * A table of the old server. The target table has the same name and most of its columns.
 *
 * @param required the columns that every version of the old server has
 * @param inEveryVersion whether every version of the old server has the table
 */
record OldTable(Table target, Set<String> required, boolean inEveryVersion) {

  static final OldTable USERS = new OldTable(Tables.USERS, Set.of("id", "email"), true);

  static final OldTable VIDEOS = new OldTable(Tables.VIDEOS, Set.of("id", "video_id"), true);

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

  String name() {
    return target.name();
  }

  /**
   * Returns the existing columns that the target has, too.
   *
   * @throws NoOldDatabaseException when a required one does not exist
   */
  List<String> columns(Set<String> existing) {
    for (String column : required) {
      if (!existing.contains(column)) {
        throw new NoOldDatabaseException("its table %s has no column %s".formatted(name(), column));
      }
    }
    return target.columns().stream().map(Column::name).filter(existing::contains).toList();
  }
}
