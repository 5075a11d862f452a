package dev.vidwiz.application.storage;

import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.application.video.TranscriptStore;
import dev.vidwiz.application.video.Videos;

/**
 * One storage, seen through all its ports: what a persistence adapter provides. Closing it ends its
 * connections; calls after that fail.
 */
public interface Storage extends AutoCloseable {

  /** Returns the transactions that all other ports join. */
  Transactions transactions();

  /** Returns the users. */
  Users users();

  /** Returns the videos. */
  Videos videos();

  /** Returns the notes. */
  Notes notes();

  /** Returns the tasks. */
  TaskQueue tasks();

  /** Returns the transcripts that are kept in the database. */
  TranscriptStore transcripts();

  /** Returns the signals that are sent with transactions. */
  Signals signals();

  @Override
  void close();
}
