package dev.vidwiz.persistence.database;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** How Jdbi is set up for either database. */
final class Jdbis {

  private Jdbis() {}

  /** Keeps bound values out of messages: they hold what users wrote, hashes and tokens. */
  static Jdbi configured(Jdbi jdbi, JdbiPlugin types) {
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi.installPlugin(types);
  }
}
