package dev.vidwiz.application.storage;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.chat.Conversations;
import dev.vidwiz.application.chat.InMemoryConversations;
import dev.vidwiz.application.chat.InMemoryQuotas;
import dev.vidwiz.application.chat.Quotas;
import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.job.InMemoryJobList;
import dev.vidwiz.application.job.InMemoryOutbox;
import dev.vidwiz.application.job.JobList;
import dev.vidwiz.application.job.Outbox;
import dev.vidwiz.application.note.InMemoryNotes;
import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.round.Rounds;
import dev.vidwiz.application.signal.InMemorySignals;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.task.InMemoryTaskQueue;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.transcript.DatabaseTranscripts;
import dev.vidwiz.application.transcript.InMemoryTranscriptStore;
import dev.vidwiz.application.transcript.TranscriptReader;
import dev.vidwiz.application.user.InMemoryLoginHistory;
import dev.vidwiz.application.user.InMemoryUsers;
import dev.vidwiz.application.user.LoginHistory;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.application.video.InMemoryVideos;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A storage that keeps every promise of the ports, for as long as the process lives. */
public final class InMemoryStorage implements Storage {

  private final Transcript read;
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryTable<Long, User> userRows = new InMemoryTable<>(transactions);
  private final InMemoryTable<Long, Note> noteRows = new InMemoryTable<>(transactions);
  private final Users users = new InMemoryUsers(transactions, userRows);
  private final LoginHistory logins = new InMemoryLoginHistory();
  private final InMemoryVideos videos = new InMemoryVideos(transactions, noteRows);
  private final Notes notes = new InMemoryNotes(transactions, noteRows, userRows, videos);
  private final InMemoryTaskQueue tasks = new InMemoryTaskQueue(transactions, videos);
  private final Conversations conversations = new InMemoryConversations(transactions, videos);
  private final Quotas quotas = new InMemoryQuotas(transactions);
  private final InMemoryOutbox outbox = new InMemoryOutbox(transactions);
  private final JobList jobs = new InMemoryJobList(transactions, tasks, outbox);
  private final DatabaseTranscripts transcripts = new InMemoryTranscriptStore(transactions);
  private final Map<LastRuns.Job, Instant> lastRuns = new ConcurrentHashMap<>();
  private final Signals signals = new InMemorySignals(transactions);
  private final Rounds rounds;

  /** Keeps transcripts in which nothing is said. */
  public InMemoryStorage() {
    this(Rounds.ALONE);
  }

  /** Reads each transcript as this one: to read JSON takes a library. */
  public InMemoryStorage(Transcript read) {
    this(read, Rounds.ALONE);
  }

  /** Keeps transcripts in which nothing is said, and shares periodic work. */
  public InMemoryStorage(Rounds rounds) {
    this(new Transcript(List.of()), rounds);
  }

  private InMemoryStorage(Transcript read, Rounds rounds) {
    this.read = read;
    this.rounds = rounds;
  }

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public LoginHistory logins() {
    return logins;
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
  public TaskQueue tasks() {
    return tasks;
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
    return outbox;
  }

  @Override
  public JobList jobs() {
    return jobs;
  }

  @Override
  public DatabaseTranscripts transcripts() {
    return transcripts;
  }

  @Override
  public TranscriptReader transcriptReader() {
    return transcript -> read;
  }

  @Override
  public Map<Part, Check> checks() {
    return Map.of(Part.DATABASE, () -> {}, Part.MIGRATIONS, () -> {});
  }

  @Override
  public StorageMetrics metrics() {
    return new InMemoryMetrics(
        tasks, outbox, () -> transcripts.videoIds(Backlog.MAX).size(), Map.copyOf(lastRuns));
  }

  @Override
  public LastRuns lastRuns() {
    return lastRuns::put;
  }

  @Override
  public Rounds rounds() {
    return rounds;
  }

  @Override
  public Signals signals() {
    return signals;
  }

  @Override
  public void close() {
    transactions.close();
  }
}
