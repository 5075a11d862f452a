package dev.vidwiz.persistence.database;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.DownException;
import dev.vidwiz.application.storage.StorageException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the reasons of a failed check that somebody can do something about. */
public final class NamedReason {

  /**
   * By SQLSTATE, or its class.
   *
   * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Error codes</a>
   */
  private static final Map<String, String> REASONS =
      Map.of(
          "28", "The user or the password is refused",
          "3D000", "The database does not exist",
          "3F000", "The schema does not exist",
          "42501", "The user has no right to the tables",
          "42P01", "The tables are missing",
          "53", "It has no memory, disk or connection left",
          "53300", "It has no connection left",
          "57014", "No answer in time",
          "57P03", "It starts, stops or recovers");

  private NamedReason() {}

  /** Returns a check that does the same and names the reasons. */
  public static Check of(Check check) {
    return () -> {
      try {
        check.look();
      } catch (StorageException e) {
        String reason = reason(e);
        if (reason == null) {
          throw e;
        }
        throw new DownException(reason, e);
      }
    };
  }

  private static @Nullable String reason(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException failure && failure.getSQLState() != null) {
        String state = failure.getSQLState();
        String known = REASONS.get(state);
        return known != null || state.length() < 2 ? known : REASONS.get(state.substring(0, 2));
      }
    }
    return null;
  }
}
