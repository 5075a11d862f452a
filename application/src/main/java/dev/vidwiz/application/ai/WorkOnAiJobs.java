package dev.vidwiz.application.ai;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.concurrent.InFlightWork;
import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.Outbox;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.domain.job.AiJobKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The built-in AI worker. It does a few jobs at a time. Another server can claim the jobs of a
 * server that crashes after {@link AiJob#LEASE}, and those of one that stops at once.
 */
public final class WorkOnAiJobs implements AutoCloseable {

  private static final FailureLog FAILURES = new FailureLog(WorkOnAiJobs.class);
  private static final int MAX_ATTEMPTS = 5;
  private static final int AT_ONCE = 4;

  /** The interval at which leases of longer jobs are renewed. Up to four in a row may fail. */
  public static final Duration RENEWAL = AiJob.LEASE.dividedBy(5);

  private final Transactions transactions;
  private final Outbox outbox;
  private final Map<AiJobKind, AiWriter> writers = new EnumMap<>(AiJobKind.class);
  private final InstantSource clock;
  private final Backoff backoff;
  private final InFlightWork<AiJob> inFlight = new InFlightWork<>(this::postpone);

  /** Does the jobs of kinds with a writer. */
  public WorkOnAiJobs(
      Transactions transactions,
      Outbox outbox,
      Map<AiJobKind, AiWriter> writers,
      InstantSource clock,
      RandomGenerator random) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.writers.putAll(writers);
    this.clock = clock;
    this.backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10), random);
  }

  /**
   * Renews the leases of the jobs in progress. To be called every {@link #RENEWAL}.
   *
   * @throws dev.vidwiz.application.storage.StorageException when the storage fails
   */
  public void renewLeases() {
    inFlight.items().forEach(job -> outbox.renew(job, clock.instant().plus(AiJob.LEASE)));
  }

  /** Gives back the jobs in progress. Their attempts are not counted. */
  @Override
  public void close() {
    inFlight.stop();
  }

  /** Does every available job. */
  public void work() throws InterruptedException {
    for (Map.Entry<AiJobKind, AiWriter> kind : writers.entrySet()) {
      work(kind.getKey(), kind.getValue());
    }
  }

  private void work(AiJobKind kind, AiWriter writer) throws InterruptedException {
    List<AiJob> jobs;
    do {
      Instant now = clock.instant();
      jobs = outbox.claim(kind, AT_ONCE, now, now.plus(AiJob.LEASE));
      doAll(jobs, writer);
    } while (jobs.size() == AT_ONCE && !inFlight.isStopped());
  }

  private void doAll(List<AiJob> jobs, AiWriter writer) throws InterruptedException {
    List<Thread> threads =
        jobs.stream()
            .map(job -> Thread.ofVirtual().start(() -> doOrGiveBack(job, writer)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void doOrGiveBack(AiJob job, AiWriter writer) {
    inFlight.add(job);
    try {
      Runnable store = writer.write(job);
      if (inFlight.remove(job)) {
        finish(job, store);
      }
    } catch (InterruptedException e) {
      if (inFlight.remove(job)) {
        postpone(job);
      }
    } catch (RuntimeException e) {
      if (inFlight.remove(job)) {
        FAILURES.failed(job.kind().code() + " job " + job.id() + " failed", e);
        giveBack(job, e);
      }
    } finally {
      inFlight.remove(job);
    }
  }

  /** Stores nothing when the job was cancelled or has been done by another server. */
  private void finish(AiJob job, Runnable store) {
    transactions.inTransaction(
        () -> {
          if (outbox.remove(job)) {
            store.run();
          }
        });
  }

  private void postpone(AiJob job) {
    outbox.postpone(job, clock.instant());
  }

  private void giveBack(AiJob job, RuntimeException reason) {
    Instant now = clock.instant();
    String error = String.valueOf(reason.getMessage());
    if (job.attempts() >= MAX_ATTEMPTS) {
      outbox.fail(job, error, now);
      return;
    }
    Duration wait = backoff.after(job.attempts());
    Duration asked =
        reason instanceof ChatModelException model
            ? model.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    outbox.putBack(job, now.plus(max(wait, asked)), error, now);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
