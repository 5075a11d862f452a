package dev.vidwiz.application.job;

import dev.vidwiz.domain.job.JobId;
import java.util.List;

/** The tasks and the AI jobs in one list. Thread-safe. */
public interface JobBoard {

  /**
   * What a search found.
   *
   * @param ids those on the page, in order
   * @param total how many there are on all pages, as far as they were counted
   */
  record Found(List<JobId> ids, int total) {

    /** Keeps a copy of the list. */
    public Found {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Finds jobs, those created last first; of those created at the same time AI jobs come before
   * tasks and greater ids before smaller ones. Counts and shows the first {@code most} of them, so
   * that it costs no more the more there are.
   *
   * @throws dev.vidwiz.application.storage.StorageException when the storage fails
   */
  Found search(JobSearch search, int most);
}
