package dev.vidwiz.persistence.database;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The configuration of Jdbi for both databases. */
public final class Jdbis {

  private Jdbis() {}

  /**
   * Configures Jdbi with the types of a database. Exception messages contain no bound values,
   * because these can be texts of users, hashes and tokens.
   */
  public static Jdbi configured(Jdbi jdbi, JdbiPlugin types) {
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi.registerColumnMapper(JsonText.class, new JsonColumnMapper()).installPlugin(types);
  }

  /**
   * Opens a connection, which the caller closes.
   *
   * @param refusal the message of the exception
   * @throws StorageException when the connection cannot be opened
   */
  public static Handle open(Jdbi jdbi, String refusal) {
    try {
      return jdbi.open();
    } catch (ConnectionException e) {
      throw StorageException.unavailable(refusal, e.getCause());
    }
  }
}
