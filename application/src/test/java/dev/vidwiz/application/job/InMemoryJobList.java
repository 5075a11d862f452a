package dev.vidwiz.application.job;

import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.application.task.InMemoryTaskQueue;
import dev.vidwiz.domain.job.JobId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The list of tasks and AI jobs in memory. */
public final class InMemoryJobList implements JobList {

  private static final Comparator<Job> NEWEST_FIRST =
      Comparator.comparing((Job job) -> job.times().createdAt())
          .thenComparing(job -> job.id().kind())
          .thenComparingLong(job -> job.id().number())
          .reversed();

  private final InMemoryTransactions transactions;
  private final InMemoryTaskQueue tasks;
  private final InMemoryOutbox outbox;

  /** Lists what the two hold. */
  public InMemoryJobList(
      InMemoryTransactions transactions, InMemoryTaskQueue tasks, InMemoryOutbox outbox) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.outbox = outbox;
  }

  @Override
  public Found search(JobSearch search, int most) {
    return transactions.inTransaction(
        () -> {
          List<JobId> all =
              Stream.concat(tasks.all().stream().map(Job::of), outbox.all().stream().map(Job::of))
                  .filter(job -> search.state() == null || job.state() == search.state())
                  .filter(job -> search.type() == null || job.type() == search.type())
                  .filter(job -> search.videoId() == null || job.videoId().equals(search.videoId()))
                  .sorted(NEWEST_FIRST)
                  .limit(most)
                  .map(Job::id)
                  .toList();
          return new Found(
              all.stream().skip(search.offset()).limit(search.perPage()).toList(), all.size());
        });
  }
}
