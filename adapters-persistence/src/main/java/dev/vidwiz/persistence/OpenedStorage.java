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
import dev.vidwiz.application.user.LoginHistory;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.application.worker.MetadataIntake;
import java.util.Map;
import java.util.Optional;

/** The ports of an open database, as {@link JdbiStorage} has put them together. */
record OpenedStorage(
    Transactions transactions,
    Users users,
    LoginHistory logins,
    Videos videos,
    Notes notes,
    NoteIntake noteIntake,
    TaskQueue tasks,
    MetadataIntake metadataIntake,
    Conversations conversations,
    Quotas quotas,
    Outbox outbox,
    JobBoard jobs,
    DatabaseTranscripts transcripts,
    TranscriptReader transcriptReader,
    Map<Part, Check> checks,
    StorageFigures figures,
    Optional<SharedRateLimits> rateLimits,
    Signals signals,
    Runnable closing)
    implements Storage {

  @Override
  public void close() {
    closing.run();
  }
}
