package dev.vidwiz.application.job;

import dev.vidwiz.domain.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * A look at the tasks and AI jobs.
 *
 * @param state in which they are; null for any
 * @param type of which they are; null for all
 * @param page from 1
 * @param perPage 1 to 50
 */
public record JobSearch(@Nullable TaskState state, @Nullable JobType type, int page, int perPage) {

  /** Checks the bounds. */
  public JobSearch {
    if (page < 1 || perPage < 1 || perPage > 50) {
      throw new IllegalArgumentException("page " + page + " of " + perPage);
    }
  }

  /** Returns how many jobs stand on earlier pages. */
  public long offset() {
    return (page - 1L) * perPage;
  }
}
