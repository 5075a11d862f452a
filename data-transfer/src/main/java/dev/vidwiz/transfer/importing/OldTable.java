package dev.vidwiz.transfer.importing;

import dev.vidwiz.transfer.table.Column;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import java.util.List;
import java.util.Set;

/**
 * A table of the Python server, which has the name and most columns of ours.
 *
 * @param required the columns that databases of every age have
 * @param sinceTheFirst whether databases of every age have the table
 */
record OldTable(Table ours, Set<String> required, boolean sinceTheFirst) {

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

  /** Those that are referred to come before those that refer. */
  static final List<OldTable> ALL = List.of(USERS, VIDEOS, NOTES, CONVERSATIONS, MESSAGES, TASKS);

  String name() {
    return ours.name();
  }

  /** Returns those columns that are ours too. */
  List<String> columns(Set<String> there) {
    return ours.columns().stream().map(Column::name).filter(there::contains).toList();
  }
}
