package dev.vidwiz.persistence;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.note.NoteFastPath;
import dev.vidwiz.application.round.Rounds;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.worker.MetadataFastPath;
import dev.vidwiz.persistence.chat.JdbiConversations;
import dev.vidwiz.persistence.chat.JdbiQuotas;
import dev.vidwiz.persistence.database.Connections;
import dev.vidwiz.persistence.database.DatabaseCheck;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.NamedReason;
import dev.vidwiz.persistence.job.JdbiJobList;
import dev.vidwiz.persistence.job.PostgresOutbox;
import dev.vidwiz.persistence.job.SqliteOutbox;
import dev.vidwiz.persistence.limit.PostgresRateLimits;
import dev.vidwiz.persistence.metrics.JdbiLastRuns;
import dev.vidwiz.persistence.metrics.JdbiMetrics;
import dev.vidwiz.persistence.migration.AppliedMigration;
import dev.vidwiz.persistence.migration.DatabaseMigration;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.persistence.note.JdbiNotes;
import dev.vidwiz.persistence.note.PostgresNoteFastPath;
import dev.vidwiz.persistence.postgres.PostgresConnections;
import dev.vidwiz.persistence.postgres.PostgresStart;
import dev.vidwiz.persistence.round.PostgresMetrics;
import dev.vidwiz.persistence.round.PostgresRounds;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import dev.vidwiz.persistence.signal.LocalSignals;
import dev.vidwiz.persistence.signal.PostgresSignals;
import dev.vidwiz.persistence.sqlite.FileGuard;
import dev.vidwiz.persistence.sqlite.SqliteConnections;
import dev.vidwiz.persistence.sqlite.SqliteSamples;
import dev.vidwiz.persistence.task.PostgresMetadataFastPath;
import dev.vidwiz.persistence.task.PostgresTaskQueue;
import dev.vidwiz.persistence.task.SqliteTaskQueue;
import dev.vidwiz.persistence.user.JdbiLoginHistory;
import dev.vidwiz.persistence.user.JdbiUsers;
import dev.vidwiz.persistence.user.PostgresUsers;
import dev.vidwiz.persistence.video.JdbiTranscriptStore;
import dev.vidwiz.persistence.video.JdbiVideos;
import dev.vidwiz.persistence.video.TranscriptJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens SQLite and PostgreSQL databases as storages. Storages are thread-safe. */
public final class JdbiStorage {

  /** Half of it is for rate limits. */
  private static final int DEFAULT_POOL = 10;

  private JdbiStorage() {}

  /**
   * Opens a database and migrates its tables. Several servers can do this at the same time.
   *
   * @throws ForeignSchemaException when the database belongs to an older server and must be
   *     imported
   * @throws dev.vidwiz.persistence.settings.UnsuitableDatabaseException when the database is
   *     configured in a way that VidWiz does not support, or has tables of another program with
   *     names of VidWiz's
   * @throws dev.vidwiz.application.storage.StorageException when the database cannot be opened
   */
  public static OpenedStorage open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) ->
          FileGuard.exclusively(file, JdbiStorage::openSqlite);
      case DatabaseSettings.OnServer server -> openPostgres(server);
    };
  }

  /**
   * Opens a PostgreSQL database by the pool of another program, which stays open when the storage
   * is closed. No connection is held, so that servers poll for changes of each other. {@link
   * DatabaseSettings.Pool} has more settings.
   *
   * @param schema the schema of the tables, which is created when missing; null for the one to
   *     which the connections lead
   * @throws ForeignSchemaException as {@link #open(DatabaseSettings)}
   * @throws dev.vidwiz.persistence.settings.UnsuitableDatabaseException when the database is not
   *     PostgreSQL, or configured in a way that VidWiz does not support
   * @throws dev.vidwiz.application.storage.StorageException when the database cannot be opened
   */
  public static OpenedStorage open(DataSource pool, @Nullable String schema) {
    return open(new DatabaseSettings.Pool(pool, DEFAULT_POOL, false, schema));
  }

  private static OpenedStorage openSqlite(Path file) {
    SqliteConnections connections = new SqliteConnections(file);
    return closingOnFailure(
        connections,
        () -> {
          JdbiTransactions transactions = new JdbiTransactions(connections);
          List<AppliedMigration> applied = Migrations.ofSqlite(transactions, file).bringUpToDate();
          SqliteSamples.remove(transactions);
          return sqlite(connections, transactions, DatabaseStart.of(transactions, applied));
        });
  }

  private static OpenedStorage openPostgres(DatabaseSettings.OnServer settings) {
    PostgresStart.check(settings);
    List<AppliedMigration> applied = Migrations.ofPostgres(settings).bringUpToDate();
    new DatabaseMigration(settings).warnOfMissingIndexes();
    PostgresConnections connections = new PostgresConnections(settings);
    return closingOnFailure(
        connections,
        () -> {
          JdbiTransactions transactions = new JdbiTransactions(connections);
          DatabaseStart start = DatabaseStart.of(transactions, applied);
          if (!settings.listen()) {
            Signals signals = new LocalSignals(transactions);
            return postgres(connections, transactions, signals, start, connections::close);
          }
          PostgresSignals signals = new PostgresSignals(settings, transactions);
          return postgres(
              connections,
              transactions,
              signals,
              start,
              () -> {
                signals.close();
                connections.close();
              });
        });
  }

  private static OpenedStorage sqlite(
      SqliteConnections connections, JdbiTransactions transactions, DatabaseStart start) {
    return new OpenedStorage(
        transactions,
        new JdbiUsers(transactions),
        new JdbiLoginHistory(transactions),
        new JdbiVideos(transactions),
        new JdbiNotes(transactions),
        NoteFastPath.NONE,
        new SqliteTaskQueue(transactions),
        MetadataFastPath.NONE,
        new JdbiConversations(transactions),
        new JdbiQuotas(transactions),
        new SqliteOutbox(transactions),
        new JdbiJobList(transactions),
        new JdbiTranscriptStore(transactions),
        new TranscriptJson(),
        checks(transactions, "SELECT true"),
        new JdbiMetrics(transactions),
        new JdbiLastRuns(transactions),
        Optional.empty(),
        Rounds.ALONE,
        new LocalSignals(transactions),
        connections,
        start,
        connections::close);
  }

  private static OpenedStorage postgres(
      PostgresConnections connections,
      JdbiTransactions transactions,
      Signals signals,
      DatabaseStart start,
      Runnable closing) {
    return new OpenedStorage(
        transactions,
        new PostgresUsers(transactions),
        new JdbiLoginHistory(transactions),
        new JdbiVideos(transactions),
        new JdbiNotes(transactions),
        new PostgresNoteFastPath(transactions),
        new PostgresTaskQueue(transactions),
        new PostgresMetadataFastPath(transactions),
        new JdbiConversations(transactions),
        new JdbiQuotas(transactions),
        new PostgresOutbox(transactions),
        new JdbiJobList(transactions),
        new JdbiTranscriptStore(transactions),
        new TranscriptJson(),
        checks(transactions, PostgresConnections.IS_WRITABLE),
        new PostgresMetrics(transactions, new JdbiMetrics(transactions)),
        new JdbiLastRuns(transactions),
        Optional.of(new PostgresRateLimits(transactions, connections)),
        new PostgresRounds(transactions),
        signals,
        connections,
        start,
        closing);
  }

  private static Map<Part, Check> checks(JdbiTransactions transactions, String isWritable) {
    return Map.of(
        Part.DATABASE,
        NamedReason.of(new DatabaseCheck(transactions, isWritable)),
        Part.MIGRATIONS,
        NamedReason.of(() -> Migrations.check(transactions)));
  }

  private static OpenedStorage closingOnFailure(
      Connections connections, Supplier<OpenedStorage> opening) {
    boolean opened = false;
    try {
      OpenedStorage storage = opening.get();
      opened = true;
      return storage;
    } finally {
      if (!opened) {
        connections.close();
      }
    }
  }
}
