package dev.vidwiz.persistence.round;

import dev.vidwiz.application.round.Round;

/**
 * The advisory lock of a round. It belongs to a transaction and not to a session, so that it works
 * behind a transaction pooler, and nobody waits for it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">
 *     PostgreSQL: advisory locks</a>
 */
final class RoundLock {

  /** An SQL condition: whether the transaction has the lock {@code :lock}. */
  static final String TRY = "pg_try_advisory_xact_lock(hashtext(:lock))";

  private RoundLock() {}

  static String of(Round round) {
    return "vidwiz round " + round.code();
  }
}
