package dev.vidwiz.application.job;

import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.video.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * A search for tasks and AI jobs.
 *
 * @param state the state to find; null for any
 * @param type the type to find; null for any
 * @param videoId the video whose jobs to find; null for any
 * @param page from 1
 * @param perPage 1 to 50
 */
public record JobSearch(
    @Nullable TaskState state,
    @Nullable JobType type,
    @Nullable VideoId videoId,
    int page,
    int perPage) {

  /** Checks the bounds. */
  public JobSearch {
    if (page < 1 || perPage < 1 || perPage > 50) {
      throw new IllegalArgumentException("page " + page + " of " + perPage);
    }
  }

  /** Returns the number of jobs on earlier pages. */
  public long offset() {
    return (page - 1L) * perPage;
  }
}
