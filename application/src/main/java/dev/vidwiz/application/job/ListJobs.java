package dev.vidwiz.application.job;

import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.domain.job.JobId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists tasks and AI jobs. */
public final class ListJobs {

  /** The number of jobs after which counting and paging stop. */
  public static final int MAX = 10_000;

  private final JobList jobList;
  private final TaskQueue tasks;
  private final Outbox outbox;

  /** Lists in the order of {@code jobList}. */
  public ListJobs(JobList jobList, TaskQueue tasks, Outbox outbox) {
    this.jobList = jobList;
    this.tasks = tasks;
    this.outbox = outbox;
  }

  /** Returns one page, without jobs that were removed during the search. */
  public JobPage list(JobSearch search) {
    JobList.Found found = jobList.search(search, MAX);
    Map<JobId, Job> jobs =
        Stream.concat(
                tasks.findAll(numbers(found, JobId.Kind.TASK)).stream().map(Job::of),
                outbox.findAll(numbers(found, JobId.Kind.AI)).stream().map(Job::of))
            .collect(Collectors.toMap(Job::id, Function.identity()));
    return new JobPage(
        found.ids().stream().map(jobs::get).filter(Objects::nonNull).toList(), found.total());
  }

  private static List<Long> numbers(JobList.Found found, JobId.Kind kind) {
    return found.ids().stream().filter(id -> id.kind() == kind).map(JobId::number).toList();
  }
}
