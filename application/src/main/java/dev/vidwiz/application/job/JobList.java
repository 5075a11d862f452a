package dev.vidwiz.application.job;

import dev.vidwiz.domain.job.JobId;
import java.util.List;

/** Searches tasks and AI jobs together. Thread-safe. */
public interface JobList {

  /**
   * The result of a search.
   *
   * @param ids the ids on the page, in order
   * @param total the number of jobs on all pages, up to the limit of the count
   */
  record Found(List<JobId> ids, int total) {

    /** Keeps a copy of the list. */
    public Found {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Finds jobs, newest first. Jobs created at the same time are sorted by kind, AI jobs first, then
   * by id, greatest first. Counts and returns only the first {@code most} jobs, so that the cost is
   * bounded.
   *
   * @throws dev.vidwiz.application.storage.StorageException when the storage fails
   */
  Found search(JobSearch search, int most);
}
