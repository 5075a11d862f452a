package dev.vidwiz.http.job;

import dev.vidwiz.application.job.JobPage;
import dev.vidwiz.application.job.JobSearch;
import dev.vidwiz.application.job.ListJobs;
import java.time.Instant;
import java.util.List;

/** One page of tasks and AI jobs; the total is at most {@link ListJobs#MAX}. */
record JobPageJson(List<JobJson> jobs, int total, int page, int perPage, int totalPages) {

  static JobPageJson from(JobPage page, JobSearch search, Instant now) {
    return new JobPageJson(
        page.jobs().stream().map(job -> JobJson.from(job, now)).toList(),
        page.total(),
        search.page(),
        search.perPage(),
        Math.ceilDiv(page.total(), search.perPage()));
  }
}
