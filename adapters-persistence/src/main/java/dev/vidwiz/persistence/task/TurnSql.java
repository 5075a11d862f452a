package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.Requester;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The turns of tasks, by fair queuing: a claim is one search of an index. The tasks of a requester
 * are two turns apart, and a new requester gets the turn after the first pending task, which is
 * before the second task of every other requester. Turns only grow, so that no task waits forever,
 * however many requesters are new. The first turn of an empty queue is the time in microseconds,
 * which is after all earlier turns.
 */
public final class TurnSql {

  private TurnSql() {}

  /** Returns an SQL expression for the next turn of a requester; the arguments are SQL, too. */
  public static String next(String type, String forGuest, String requestedBy) {
    return """
    (SELECT COALESCE(max(place), :newLine) FROM (
       SELECT min(turn) + 1 AS place FROM tasks
       WHERE task_type = %1$s AND status = 'pending' AND turn IS NOT NULL
         AND for_guest = %2$s
       UNION ALL
       SELECT max(turn) + 2 FROM tasks
       WHERE task_type = %1$s AND status = 'pending' AND turn IS NOT NULL
         AND requested_by = %3$s) AS places)\
    """
        .formatted(type, forGuest, requestedBy);
  }

  /** Binds the parameter of {@link #next}. */
  public static <S extends SqlStatement<S>> S bind(S statement, Instant now) {
    return statement.bind("newLine", ChronoUnit.MICROS.between(Instant.EPOCH, now));
  }

  /** Binds a requester as {@code :guest} and {@code :requestedBy}. */
  static <S extends SqlStatement<S>> S bind(S statement, Requester requester) {
    return statement.bind("guest", requester.isGuest()).bind("requestedBy", requester.code());
  }
}
