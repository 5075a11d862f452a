package dev.vidwiz.persistence;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.chat.Conversations;
import dev.vidwiz.application.chat.Quotas;
import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.job.JobBoard;
import dev.vidwiz.application.job.Outbox;
import dev.vidwiz.application.limit.SharedRateLimits;
import dev.vidwiz.application.note.NoteIntake;
import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.StorageFigures;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.transcript.DatabaseTranscripts;
import dev.vidwiz.application.transcript.TranscriptReader;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.application.worker.MetadataIntake;
import dev.vidwiz.persistence.chat.JdbiConversations;
import dev.vidwiz.persistence.chat.JdbiQuotas;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.persistence.note.JdbiNotes;
import dev.vidwiz.persistence.video.JdbiTranscriptStore;
import dev.vidwiz.persistence.video.JdbiVideos;
import dev.vidwiz.persistence.video.TranscriptJson;
import dev.vidwiz.persistence.work.JdbiJobBoard;
import java.util.Map;
import java.util.Optional;

/** A storage in SQLite or PostgreSQL. Thread-safe. */
public final class JdbiStorage implements Storage {

  private final JdbiTransactions transactions;
  private final Particulars particulars;
  private final Runnable closing;
  private final Videos videos;
  private final Notes notes;
  private final Conversations conversations;
  private final Quotas quotas;
  private final DatabaseTranscripts transcripts;
  private final TranscriptReader transcriptReader = new TranscriptJson();
  private final JobBoard jobs;

  JdbiStorage(JdbiTransactions transactions, Particulars particulars, Runnable closing) {
    this.transactions = transactions;
    this.particulars = particulars;
    this.closing = closing;
    this.videos = new JdbiVideos(transactions);
    this.notes = new JdbiNotes(transactions);
    this.conversations = new JdbiConversations(transactions);
    this.quotas = new JdbiQuotas(transactions);
    this.transcripts = new JdbiTranscriptStore(transactions);
    this.jobs = new JdbiJobBoard(transactions);
  }

  /**
   * Opens a database and brings its tables up to date; several servers may do so at once.
   *
   * @throws ForeignSchemaException when the database is an older server's, to be imported from
   * @throws dev.vidwiz.application.storage.StorageException when the database cannot be opened
   */
  public static Storage open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite sqlite -> SqliteOpening.open(sqlite);
      case DatabaseSettings.Postgres postgres -> PostgresOpening.open(postgres);
    };
  }

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Users users() {
    return particulars.users();
  }

  @Override
  public Videos videos() {
    return videos;
  }

  @Override
  public Notes notes() {
    return notes;
  }

  @Override
  public NoteIntake noteIntake() {
    return particulars.noteIntake();
  }

  @Override
  public TaskQueue tasks() {
    return particulars.tasks();
  }

  @Override
  public MetadataIntake metadataIntake() {
    return particulars.metadataIntake();
  }

  @Override
  public Conversations conversations() {
    return conversations;
  }

  @Override
  public Quotas quotas() {
    return quotas;
  }

  @Override
  public Outbox outbox() {
    return particulars.outbox();
  }

  @Override
  public JobBoard jobs() {
    return jobs;
  }

  @Override
  public DatabaseTranscripts transcripts() {
    return transcripts;
  }

  @Override
  public TranscriptReader transcriptReader() {
    return transcriptReader;
  }

  @Override
  public Map<Part, Check> checks() {
    return Map.of(
        Part.DATABASE,
        () ->
            transactions.read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one()),
        Part.MIGRATIONS,
        () -> Migrations.check(transactions));
  }

  @Override
  public StorageFigures figures() {
    return particulars.figures();
  }

  @Override
  public Optional<SharedRateLimits> rateLimits() {
    return Optional.ofNullable(particulars.rateLimits());
  }

  @Override
  public Signals signals() {
    return particulars.signals();
  }

  @Override
  public void close() {
    closing.run();
  }
}
