package dev.vidwiz.application.ai;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.domain.job.AiJobKind;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The built-in AI worker: does the jobs itself, a few at a time. */
public final class WorkOnAiJobs {

  private static final System.Logger LOG = System.getLogger(WorkOnAiJobs.class.getName());
  private static final int MAX_ATTEMPTS = 5;
  private static final int AT_ONCE = 4;

  /** Longer than the model may take for one job, all parts and tries of it. */
  private static final Duration LEASE = Duration.ofMinutes(30);

  private final Outbox outbox;
  private final Set<AiJobKind> kinds;
  private final WriteAiNote notes;
  private final WriteSummary summaries;
  private final InstantSource clock;
  private final Backoff backoff;

  /** Does the jobs of these kinds. */
  public WorkOnAiJobs(
      Storage storage,
      Set<AiJobKind> kinds,
      WriteAiNote notes,
      WriteSummary summaries,
      InstantSource clock,
      RandomGenerator random) {
    this.outbox = storage.outbox();
    this.kinds = kinds;
    this.notes = notes;
    this.summaries = summaries;
    this.clock = clock;
    this.backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10), random);
  }

  /** Does every job that is available. */
  public void work() throws InterruptedException {
    for (AiJobKind kind : kinds) {
      work(kind);
    }
  }

  private void work(AiJobKind kind) throws InterruptedException {
    List<AiJob> jobs;
    do {
      Instant now = clock.instant();
      jobs = outbox.claim(kind, AT_ONCE, now, now.plus(LEASE));
      doAll(jobs);
    } while (jobs.size() == AT_ONCE);
  }

  private void doAll(List<AiJob> jobs) throws InterruptedException {
    List<Thread> threads =
        jobs.stream().map(job -> Thread.ofVirtual().start(() -> doOrGiveBack(job))).toList();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      throw e;
    }
  }

  private void doOrGiveBack(AiJob job) {
    try {
      switch (job.kind()) {
        case AI_NOTE -> notes.write(job);
        case SUMMARY -> summaries.write(job);
      }
      outbox.remove(job);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outbox.postpone(job, clock.instant());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, job.kind().code() + " job " + job.id() + " failed", e);
      giveBack(job, e);
    }
  }

  private void giveBack(AiJob job, RuntimeException reason) {
    Instant now = clock.instant();
    String error = String.valueOf(reason.getMessage());
    if (job.attempts() >= MAX_ATTEMPTS) {
      outbox.bury(job, error, now);
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
