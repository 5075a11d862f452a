package dev.vidwiz.persistence.migration;

import dev.vidwiz.persistence.postgres.PostgresTimeouts;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Switches the limits of an administrator off in the transaction of each migration. */
final class WithoutLimits implements Callback {

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute(PostgresTimeouts.OFF_IN_TRANSACTION);
    } catch (SQLException e) {
      throw new FlywayException("the limits cannot be switched off", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "vidwiz-limits";
  }
}
