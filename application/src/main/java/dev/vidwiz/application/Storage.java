package dev.vidwiz.application;

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
import java.util.Map;
import java.util.Optional;

/**
 * All ports of one storage, provided by a persistence adapter. Closing it closes its connections;
 * later calls fail.
 */
public interface Storage extends AutoCloseable {

  /** Returns the transactions that all other ports join. */
  Transactions transactions();

  /** Returns the users. */
  Users users();

  /** Returns what is remembered of logins. */
  LoginHistory logins();

  /** Returns the videos. */
  Videos videos();

  /** Returns the notes. */
  Notes notes();

  /** Returns the fast path for notes, or {@link NoteFastPath#NONE}. */
  default NoteFastPath noteFastPath() {
    return NoteFastPath.NONE;
  }

  /** Returns the tasks. */
  TaskQueue tasks();

  /** Returns the fast path for metadata, or {@link MetadataFastPath#NONE}. */
  default MetadataFastPath metadataFastPath() {
    return MetadataFastPath.NONE;
  }

  /** Returns the conversations with Wiz. */
  Conversations conversations();

  /** Returns the daily quotas. */
  Quotas quotas();

  /** Returns the outbox of AI jobs. */
  Outbox outbox();

  /** Returns the list of tasks and AI jobs. */
  JobList jobs();

  /** Returns the transcripts in the database. */
  DatabaseTranscripts transcripts();

  /** Returns the parser of transcripts. */
  TranscriptReader transcriptReader();

  /** Returns the health checks of the storage. */
  Map<Part, Check> checks();

  /** Returns the metrics of the storage. */
  StorageMetrics metrics();

  /** Returns when periodic jobs have last succeeded. */
  LastRuns lastRuns();

  /** Returns the rate limits that servers share; empty for a storage with one server. */
  default Optional<SharedRateLimits> rateLimits() {
    return Optional.empty();
  }

  /** Returns how servers share periodic work. */
  default Rounds rounds() {
    return Rounds.ALONE;
  }

  /** Returns the signals. */
  Signals signals();

  @Override
  void close();
}
