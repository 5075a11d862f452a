package dev.vidwiz.application.job;

import java.util.List;

/** One page of a search, and the number of jobs on all pages, {@link ListJobs#MAX} at most. */
public record JobPage(List<Job> jobs, int total) {

  /** Keeps a copy of the list. */
  public JobPage {
    jobs = List.copyOf(jobs);
  }
}
