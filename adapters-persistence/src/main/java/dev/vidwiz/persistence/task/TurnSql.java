package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.Requester;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Where a task lines up. Turns are those of fair queuing, so that one indexed look finds what is
 * next: a requester's tasks are two turns apart, and who comes new to the line gets the turn after
 * the first that waits, between the first and the second of whoever is there. That turn is never
 * taken again once it has passed, so everybody's turn comes, however many come new. A line that was
 * empty begins with the time in microseconds: later than all turns before it.
 */
public final class TurnSql {

  /** What can be claimed, as the indexes have it. */
  static final String IN_LINE = "status = 'pending' AND turn IS NOT NULL";

  private static final String TURN =
      """
      (SELECT COALESCE(max(place), :newLine) FROM (
         SELECT min(turn) + 1 AS place FROM tasks
         WHERE task_type = %1$s AND status = 'pending' AND turn IS NOT NULL
           AND for_guest = %2$s
         UNION ALL
         SELECT max(turn) + 2 FROM tasks
         WHERE task_type = %1$s AND status = 'pending' AND turn IS NOT NULL
           AND requested_by = %3$s) AS places)\
      """;

  private TurnSql() {}

  /** Returns an expression for the next turn of a requester, each part of it an expression, too. */
  public static String next(String type, String forGuest, String requestedBy) {
    return TURN.formatted(type, forGuest, requestedBy);
  }

  /** Binds what {@link #next} needs besides. */
  public static <S extends SqlStatement<S>> S bind(S statement, Instant now) {
    return statement.bind("newLine", ChronoUnit.MICROS.between(Instant.EPOCH, now));
  }

  /** Binds a requester as {@code :guest} and {@code :requestedBy}. */
  static <S extends SqlStatement<S>> S bind(S statement, Requester requester) {
    return statement.bind("guest", requester.isGuest()).bind("requestedBy", requester.code());
  }
}
