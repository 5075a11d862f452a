package dev.vidwiz.application;

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

/**
 * One storage, seen through all its ports: what a persistence adapter provides. Closing it ends its
 * connections; calls after that fail.
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

  /** Returns the fast path for notes, where there is one. */
  default NoteIntake noteIntake() {
    return NoteIntake.NONE;
  }

  /** Returns the tasks. */
  TaskQueue tasks();

  /** Returns the fast path for metadata, where there is one. */
  default MetadataIntake metadataIntake() {
    return MetadataIntake.NONE;
  }

  /** Returns the conversations with Wiz. */
  Conversations conversations();

  /** Returns what was used of daily quotas. */
  Quotas quotas();

  /** Returns the jobs of the AI. */
  Outbox outbox();

  /** Returns the tasks and the jobs of the AI in one list. */
  JobBoard jobs();

  /** Returns the transcripts that are kept in the database. */
  DatabaseTranscripts transcripts();

  /** Returns what understands transcripts, wherever they are kept. */
  TranscriptReader transcriptReader();

  /** Returns what tells whether the storage can be used. */
  Map<Part, Check> checks();

  /** Returns what an operator wants to know. */
  StorageFigures figures();

  /** Returns the rate limits that servers share; none where a storage serves one server only. */
  default Optional<SharedRateLimits> rateLimits() {
    return Optional.empty();
  }

  /** Returns the signals that are sent with transactions. */
  Signals signals();

  @Override
  void close();
}
