package dev.vidwiz.application.job;

import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.domain.job.JobId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what waits to be done, is being done, or was done lately. */
public final class ListJobs {

  /**
   * No more are counted and shown: with a million of them an operator narrows the search rather
   * than to turn pages.
   */
  public static final int MAX = 10_000;

  private final JobBoard board;
  private final TaskQueue tasks;
  private final Outbox outbox;

  /** Shows the given tasks and AI jobs, in the order of the board. */
  public ListJobs(JobBoard board, TaskQueue tasks, Outbox outbox) {
    this.board = board;
    this.tasks = tasks;
    this.outbox = outbox;
  }

  /** Returns one page of what the search finds, without jobs that have just been removed. */
  public JobPage list(JobSearch search) {
    JobBoard.Found found = board.search(search, MAX);
    Map<JobId, Job> jobs =
        Stream.concat(
                tasks.findAll(numbers(found, JobId.Kind.TASK)).stream().map(Job::of),
                outbox.findAll(numbers(found, JobId.Kind.AI)).stream().map(Job::of))
            .collect(Collectors.toMap(Job::id, Function.identity()));
    return new JobPage(
        found.ids().stream().map(jobs::get).filter(Objects::nonNull).toList(), found.total());
  }

  private static List<Long> numbers(JobBoard.Found found, JobId.Kind kind) {
    return found.ids().stream().filter(id -> id.kind() == kind).map(JobId::number).toList();
  }
}
