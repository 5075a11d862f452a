package dev.vidwiz.persistence;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.note.NoteIntake;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.worker.MetadataIntake;
import dev.vidwiz.persistence.chat.JdbiConversations;
import dev.vidwiz.persistence.chat.JdbiQuotas;
import dev.vidwiz.persistence.database.Connections;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.figures.JdbiFigures;
import dev.vidwiz.persistence.job.JdbiJobBoard;
import dev.vidwiz.persistence.job.PostgresOutbox;
import dev.vidwiz.persistence.job.SqliteOutbox;
import dev.vidwiz.persistence.limit.PostgresRateLimits;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.persistence.note.JdbiNotes;
import dev.vidwiz.persistence.note.PostgresNoteIntake;
import dev.vidwiz.persistence.postgres.PostgresConnections;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import dev.vidwiz.persistence.signal.LocalSignals;
import dev.vidwiz.persistence.signal.PostgresSignals;
import dev.vidwiz.persistence.sqlite.FileGuard;
import dev.vidwiz.persistence.sqlite.SqliteConnections;
import dev.vidwiz.persistence.sqlite.SqliteSamples;
import dev.vidwiz.persistence.task.PostgresMetadataIntake;
import dev.vidwiz.persistence.task.PostgresTaskQueue;
import dev.vidwiz.persistence.task.SqliteTaskQueue;
import dev.vidwiz.persistence.user.JdbiLoginHistory;
import dev.vidwiz.persistence.user.JdbiUsers;
import dev.vidwiz.persistence.user.PostgresUsers;
import dev.vidwiz.persistence.video.JdbiTranscriptStore;
import dev.vidwiz.persistence.video.JdbiVideos;
import dev.vidwiz.persistence.video.TranscriptJson;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens storages in SQLite and PostgreSQL. They are thread-safe. */
public final class JdbiStorage {

  private JdbiStorage() {}

  /**
   * Opens a database and brings its tables up to date; several servers may do so at once.
   *
   * @throws ForeignSchemaException when the database is an older server's, to be imported from
   * @throws dev.vidwiz.application.storage.StorageException when the database cannot be opened
   */
  public static Storage open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) -> FileGuard.alone(file, JdbiStorage::openSqlite);
      case DatabaseSettings.Postgres postgres -> openPostgres(postgres);
    };
  }

  private static Storage openSqlite(Path file) {
    SqliteConnections connections = new SqliteConnections(file);
    return closingOnFailure(
        connections,
        () -> {
          JdbiTransactions transactions = new JdbiTransactions(connections);
          Migrations.ofSqlite(transactions, file).bringUpToDate();
          SqliteSamples.remove(transactions);
          return sqlite(connections, transactions);
        });
  }

  private static Storage openPostgres(DatabaseSettings.Postgres settings) {
    PostgresConnections connections = new PostgresConnections(settings);
    return closingOnFailure(
        connections,
        () -> {
          JdbiTransactions transactions = new JdbiTransactions(connections);
          Migrations.ofPostgres(transactions, settings).bringUpToDate();
          if (!settings.listen()) {
            Signals signals = new LocalSignals(transactions);
            return postgres(connections, transactions, signals, connections::close);
          }
          PostgresSignals signals = new PostgresSignals(settings, transactions);
          return postgres(
              connections,
              transactions,
              signals,
              () -> {
                signals.close();
                connections.close();
              });
        });
  }

  private static Storage sqlite(SqliteConnections connections, JdbiTransactions transactions) {
    return new OpenedStorage(
        transactions,
        new JdbiUsers(transactions),
        new JdbiLoginHistory(transactions),
        new JdbiVideos(transactions),
        new JdbiNotes(transactions),
        NoteIntake.NONE,
        new SqliteTaskQueue(transactions),
        MetadataIntake.NONE,
        new JdbiConversations(transactions),
        new JdbiQuotas(transactions),
        new SqliteOutbox(transactions),
        new JdbiJobBoard(transactions),
        new JdbiTranscriptStore(transactions),
        new TranscriptJson(),
        checks(transactions),
        new JdbiFigures(connections, transactions),
        Optional.empty(),
        new LocalSignals(transactions),
        connections::close);
  }

  private static Storage postgres(
      PostgresConnections connections,
      JdbiTransactions transactions,
      Signals signals,
      Runnable closing) {
    return new OpenedStorage(
        transactions,
        new PostgresUsers(transactions),
        new JdbiLoginHistory(transactions),
        new JdbiVideos(transactions),
        new JdbiNotes(transactions),
        new PostgresNoteIntake(transactions),
        new PostgresTaskQueue(transactions),
        new PostgresMetadataIntake(transactions),
        new JdbiConversations(transactions),
        new JdbiQuotas(transactions),
        new PostgresOutbox(transactions),
        new JdbiJobBoard(transactions),
        new JdbiTranscriptStore(transactions),
        new TranscriptJson(),
        checks(transactions),
        new JdbiFigures(connections, transactions),
        Optional.of(new PostgresRateLimits(transactions, connections)),
        signals,
        closing);
  }

  private static Map<Part, Check> checks(JdbiTransactions transactions) {
    return Map.of(
        Part.DATABASE,
        () ->
            transactions.read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one()),
        Part.MIGRATIONS,
        () -> Migrations.check(transactions));
  }

  private static Storage closingOnFailure(Connections connections, Supplier<Storage> opening) {
    boolean opened = false;
    try {
      Storage storage = opening.get();
      opened = true;
      return storage;
    } finally {
      if (!opened) {
        connections.close();
      }
    }
  }
}
