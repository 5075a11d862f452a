package dev.vidwiz.persistence.postgres;

/**
 * The limits of an administrator, which are meant for requests and not for work that takes long.
 */
public final class PostgresTimeouts {

  /** Those of waiting for locks are kept, so that nobody queues behind a statement that waits. */
  private static final String LIMITS =
      "'statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout'";

  /** Switches them off until the end of the transaction. Older servers do not have all. */
  public static final String OFF_IN_TRANSACTION =
      "SELECT set_config(name, '0', true) FROM pg_settings WHERE name IN (" + LIMITS + ")";

  /** The same for work that keeps nobody waiting: it may wait for locks itself. */
  static final String OFF_IN_WAITING_TRANSACTION =
      OFF_IN_TRANSACTION.replace(LIMITS, LIMITS + ", 'lock_timeout'");

  /** The same until the end of the connection. A transaction pooler would give it to others. */
  static final String OFF_IN_WAITING_SESSION = OFF_IN_WAITING_TRANSACTION.replace("true", "false");

  private PostgresTimeouts() {}
}
