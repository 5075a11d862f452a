package dev.vidwiz.persistence;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.chat.Conversations;
import dev.vidwiz.application.chat.Quotas;
import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.job.JobList;
import dev.vidwiz.application.job.Outbox;
import dev.vidwiz.application.limit.SharedRateLimits;
import dev.vidwiz.application.note.NoteFastPath;
import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.round.Rounds;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.LastRuns;
import dev.vidwiz.application.storage.StorageMetrics;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.transcript.DatabaseTranscripts;
import dev.vidwiz.application.transcript.TranscriptReader;
import dev.vidwiz.application.user.LoginHistory;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.application.worker.MetadataFastPath;
import dev.vidwiz.persistence.database.ConnectionUse;
import dev.vidwiz.persistence.database.Connections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ports of an open database, as {@link JdbiStorage} has put them together. Thread-safe. */
public record OpenedStorage(
    Transactions transactions,
    Users users,
    LoginHistory logins,
    Videos videos,
    Notes notes,
    NoteFastPath noteFastPath,
    TaskQueue tasks,
    MetadataFastPath metadataFastPath,
    Conversations conversations,
    Quotas quotas,
    Outbox outbox,
    JobList jobs,
    DatabaseTranscripts transcripts,
    TranscriptReader transcriptReader,
    Map<Part, Check> checks,
    StorageMetrics metrics,
    LastRuns lastRuns,
    Optional<SharedRateLimits> rateLimits,
    Rounds rounds,
    Signals signals,
    Connections database,
    DatabaseStart start,
    Runnable closing)
    implements Storage {

  /** Returns how the connections are used now. Never waits, not even when the database is away. */
  public List<ConnectionUse> connections() {
    return database.use();
  }

  @Override
  public void close() {
    closing.run();
  }
}
