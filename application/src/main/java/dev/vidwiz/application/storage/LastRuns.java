package dev.vidwiz.application.storage;

import java.time.Instant;

/** Remembers when periodic jobs have last succeeded, for the metrics. Thread-safe. */
public interface LastRuns {

  /** A periodic job. */
  enum Job {
    /** The removal of old rows, by every server. */
    RETENTION("retention"),
    /** {@code vidwiz backup}. */
    BACKUP("backup");

    private final String code;

    Job(String code) {
      this.code = code;
    }

    /** Returns the name in the database and the metrics. */
    public String code() {
      return code;
    }
  }

  /**
   * Notes that a job has succeeded at this time.
   *
   * @throws StorageException when the storage fails
   */
  void record(Job job, Instant finishedAt);
}
