package dev.vidwiz.http.job;

import dev.vidwiz.application.job.CancelJob;
import dev.vidwiz.application.job.Job;
import dev.vidwiz.application.job.JobChange;
import dev.vidwiz.application.job.JobPage;
import dev.vidwiz.application.job.JobSearch;
import dev.vidwiz.application.job.JobType;
import dev.vidwiz.application.job.ListJobs;
import dev.vidwiz.application.job.RetryJob;
import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.request.Links;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Lets operators list, retry and cancel tasks and AI jobs. */
public final class JobHandlers {

  private static final int MAX_PER_PAGE = 50;
  private static final Map<String, TaskState> STATES = states();
  private static final Map<String, JobType> TYPES = types();

  private final ListJobs listJobs;
  private final RetryJob retryJob;
  private final CancelJob cancelJob;
  private final Json json;
  private final InstantSource clock;

  /** Uses the given use cases; {@code clock} determines the age of a job. */
  public JobHandlers(
      ListJobs listJobs, RetryJob retryJob, CancelJob cancelJob, Json json, InstantSource clock) {
    this.listJobs = listJobs;
    this.retryJob = retryJob;
    this.cancelJob = cancelJob;
    this.json = json;
    this.clock = clock;
  }

  /** GET /v2/internal/jobs. */
  public void list(Context ctx) {
    Input input = Input.of(ctx);
    Field<TaskState> state = input.queryOption("state", STATES);
    Field<JobType> type = input.queryOption("type", TYPES);
    Field<VideoId> videoId = input.query("video_id", VideoId::parse);
    Field<Integer> page = input.queryInt("page", 1, 1, Integer.MAX_VALUE);
    Field<Integer> perPage = input.queryInt("per_page", 10, 1, MAX_PER_PAGE);
    input.check();
    JobSearch search =
        new JobSearch(state.orNull(), type.orNull(), videoId.orNull(), page.get(), perPage.get());
    JobPage found = listJobs.list(search);
    Links.pages(ctx, page.get(), found.total() > (long) page.get() * perPage.get());
    json.respond(ctx, 200, JobPageJson.from(found, search, clock.instant()));
  }

  /** POST /v2/internal/jobs/{job_id}/retry. */
  public void retry(Context ctx) {
    respond(ctx, retryJob.retry(id(ctx)));
  }

  /** POST /v2/internal/jobs/{job_id}/cancel. */
  public void cancel(Context ctx) {
    respond(ctx, cancelJob.cancel(id(ctx)));
  }

  private static JobId id(Context ctx) {
    Input input = Input.of(ctx);
    Field<JobId> id = input.path("job_id", JobId::parse);
    input.check();
    return id.get();
  }

  private void respond(Context ctx, JobChange change) {
    switch (change) {
      case JobChange.Done(Job job) -> json.respond(ctx, 200, JobJson.from(job, clock.instant()));
      case JobChange.UnknownJob() -> throw ApiException.notFound("Job not found");
      case JobChange.Refused(String reason) -> throw new ApiException(ErrorCode.CONFLICT, reason);
    }
  }

  private static SequencedMap<String, TaskState> states() {
    SequencedMap<String, TaskState> states = new LinkedHashMap<>();
    for (TaskState state : TaskState.values()) {
      states.put(state.code(), state);
    }
    return states;
  }

  /** Types of tasks also have the names that workers use. */
  private static SequencedMap<String, JobType> types() {
    SequencedMap<String, JobType> types = new LinkedHashMap<>();
    types.put("transcript", JobType.FETCH_TRANSCRIPT);
    types.put("metadata", JobType.FETCH_METADATA);
    for (JobType type : JobType.values()) {
      types.put(type.code(), type);
    }
    return types;
  }
}
