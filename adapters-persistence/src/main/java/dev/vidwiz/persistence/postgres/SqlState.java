package dev.vidwiz.persistence.postgres;

import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * What the SQLSTATEs of PostgreSQL mean to VidWiz.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Error codes</a>
 */
public enum SqlState {
  /** Nobody answers: no connection, a lost one, a server that stops or starts. */
  UNREACHABLE("08...|57P0."),

  /** The server is a standby, or set to read only. */
  READ_ONLY("25006"),

  /** The same may succeed soon: also without resources, or after a timeout or a lost race. */
  TEMPORARY("(08|40|53|57|58)...|55P03|25006"),

  /**
   * Too many connections, also while the server still ends former ones, and a server that starts.
   */
  NO_CONNECTION_YET("53300|57P03"),

  /** No connection, login refused, no such database. */
  WRONG_ADDRESS("08001|28...|3D000"),

  /** A transaction lost against another, by serialization or deadlock: nothing of it was done. */
  LOST_RACE("40001|40P01"),

  /** The same, or a lock was not free in time. */
  IN_THE_WAY("40001|40P01|55P03"),

  /** Another transaction inserted the row first. */
  DUPLICATE("23505"),

  /** The tables do not take the values: data exception, constraint violation, limit exceeded. */
  INVALID_VALUES("(22|23|54)..."),

  /** The user lacks a privilege. */
  NOT_PERMITTED("42501");

  private final Pattern codes;

  SqlState(String codes) {
    this.codes = Pattern.compile(codes);
  }

  /** Tells whether this is the reason of a failure: the first SQLSTATE among its causes. */
  public boolean isReasonOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException reason && reason.getSQLState() != null) {
        return codes.matcher(reason.getSQLState()).matches();
      }
    }
    return false;
  }
}
