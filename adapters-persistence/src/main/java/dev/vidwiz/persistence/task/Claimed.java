package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.Task;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.database.Row;
import java.sql.SQLException;

/** A claimed task and its turn. Claims return rows in any order, so they are sorted by turns. */
record Claimed(Task task, Turn turn) implements Comparable<Claimed> {

  static final String COLUMNS = TaskMapper.COLUMNS + ", for_guest, turn";

  static final RecordMapper<Claimed> MAPPER = Claimed::map;

  private static final TaskMapper TASK = new TaskMapper();

  private static Claimed map(Row row) throws SQLException {
    return new Claimed(TASK.map(row), JdbiTaskQueue.TURN.map(row));
  }

  @Override
  public int compareTo(Claimed other) {
    return turn.compareTo(other.turn);
  }
}
