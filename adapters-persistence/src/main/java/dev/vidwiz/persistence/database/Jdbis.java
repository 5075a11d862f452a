package dev.vidwiz.persistence.database;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** How Jdbi is set up for either database. */
public final class Jdbis {

  private Jdbis() {}

  /**
   * Returns it with the types of a database. Bound values are kept out of messages: they hold what
   * users wrote, hashes and tokens.
   */
  public static Jdbi configured(Jdbi jdbi, JdbiPlugin types) {
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi.registerColumnMapper(JsonText.class, new JsonColumnMapper()).installPlugin(types);
  }

  /**
   * Opens a connection, which the caller closes.
   *
   * @param refusal what to say when there is none
   * @throws StorageException when there is none
   */
  public static Handle open(Jdbi jdbi, String refusal) {
    try {
      return jdbi.open();
    } catch (ConnectionException e) {
      throw StorageException.unavailable(refusal, e.getCause());
    }
  }
}
