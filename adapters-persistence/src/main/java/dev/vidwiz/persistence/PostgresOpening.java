package dev.vidwiz.persistence;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.persistence.ai.PostgresOutbox;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.PostgresConnections;
import dev.vidwiz.persistence.figures.JdbiFigures;
import dev.vidwiz.persistence.limit.PostgresRateLimits;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.persistence.note.PostgresNoteIntake;
import dev.vidwiz.persistence.signal.LocalSignals;
import dev.vidwiz.persistence.signal.PostgresListener;
import dev.vidwiz.persistence.signal.PostgresSignals;
import dev.vidwiz.persistence.task.PostgresMetadataIntake;
import dev.vidwiz.persistence.task.PostgresTaskQueue;
import dev.vidwiz.persistence.user.PostgresUsers;

/** How a PostgreSQL storage is put together. */
final class PostgresOpening {

  private PostgresOpening() {}

  static Storage open(DatabaseSettings.Postgres settings) {
    PostgresConnections connections = new PostgresConnections(settings);
    boolean opened = false;
    try {
      JdbiTransactions transactions = new JdbiTransactions(connections);
      Migrations.ofPostgres(transactions, settings).bringUpToDate();
      Storage storage =
          settings.listen()
              ? listening(settings, connections, transactions)
              : polled(settings, connections, transactions);
      opened = true;
      return storage;
    } finally {
      if (!opened) {
        connections.close();
      }
    }
  }

  private static Storage polled(
      DatabaseSettings.Postgres settings,
      PostgresConnections connections,
      JdbiTransactions transactions) {
    return new JdbiStorage(
        transactions,
        particulars(settings, connections, transactions, new LocalSignals(transactions)),
        connections::close);
  }

  private static Storage listening(
      DatabaseSettings.Postgres settings,
      PostgresConnections connections,
      JdbiTransactions transactions) {
    PostgresSignals signals = new PostgresSignals(transactions);
    PostgresListener listener = PostgresListener.start(settings, signals);
    signals.start();
    return new JdbiStorage(
        transactions,
        particulars(settings, connections, transactions, signals),
        () -> {
          signals.close();
          listener.close();
          connections.close();
        });
  }

  private static Particulars particulars(
      DatabaseSettings.Postgres settings,
      PostgresConnections connections,
      JdbiTransactions transactions,
      Signals signals) {
    // Half of the pool is left to those whose calls have been let through.
    int forRateLimits = Math.max(1, settings.poolSize() / 2);
    return new Particulars(
        new PostgresUsers(transactions),
        new PostgresNoteIntake(transactions),
        new PostgresTaskQueue(transactions),
        new PostgresMetadataIntake(transactions),
        new PostgresOutbox(transactions),
        signals,
        new JdbiFigures(connections, transactions),
        new PostgresRateLimits(transactions, connections.pool(), forRateLimits));
  }
}
