package dev.vidwiz.persistence.metrics;

import static java.util.stream.Collectors.toMap;

import dev.vidwiz.application.storage.LastRuns;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The last runs in the table {@code last_runs}. */
public final class JdbiLastRuns implements LastRuns {

  private static final String RECORD =
      """
      INSERT INTO last_runs (job, finished_at) VALUES (:job, :finishedAt)
      ON CONFLICT (job) DO UPDATE SET finished_at = excluded.finished_at
      """;

  private static final String ALL = "SELECT job, finished_at FROM last_runs";

  private static final Map<String, Job> JOBS =
      Arrays.stream(Job.values()).collect(toMap(Job::code, Function.identity()));

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public JdbiLastRuns(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void record(Job job, Instant finishedAt) {
    transactions.write(handle -> record(handle, job, finishedAt));
  }

  /** Records a run without a server. */
  public static int record(Handle handle, Job job, Instant finishedAt) {
    return handle
        .createUpdate(RECORD)
        .bind("job", job.code())
        .bind("finishedAt", finishedAt)
        .execute();
  }

  /** Returns the last runs, without those of jobs that only a newer program has. */
  static Map<Job, Instant> all(Handle handle) {
    return handle
        .createQuery(ALL)
        .reduceRows(
            new EnumMap<Job, Instant>(Job.class),
            (runs, row) -> {
              Job job = JOBS.get(row.getColumn("job", String.class));
              if (job != null) {
                runs.put(job, row.getColumn("finished_at", Instant.class));
              }
              return runs;
            });
  }
}
