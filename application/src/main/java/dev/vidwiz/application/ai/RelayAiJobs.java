package dev.vidwiz.application.ai;

import dev.vidwiz.application.concurrent.InFlightWork;
import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.job.Outbox;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.domain.job.AiJobKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * Sends AI jobs to the queues of external AI workers, each at least once. While a queue is down,
 * its jobs wait in the outbox.
 */
public final class RelayAiJobs implements AutoCloseable {

  private static final FailureLog FAILURES = new FailureLog(RelayAiJobs.class);
  private static final int BATCHES_AT_ONCE = 8;

  private final Transactions transactions;
  private final Outbox outbox;
  private final AiJobMessages messages;
  private final JobPublisher publisher;
  private final InstantSource clock;
  private final Backoff backoff;
  private final InFlightWork<AiJob> inFlight = new InFlightWork<>(this::postpone);

  /** Relays the jobs of the given outbox. */
  public RelayAiJobs(
      Transactions transactions,
      Outbox outbox,
      AiJobMessages messages,
      JobPublisher publisher,
      InstantSource clock,
      RandomGenerator random) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.messages = messages;
    this.publisher = publisher;
    this.clock = clock;
    this.backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), random);
  }

  /** Gives back the jobs that are being sent. Some of them may be sent twice. */
  @Override
  public void close() {
    inFlight.stop();
  }

  /** Sends every available job, several batches at a time, and waits for them. */
  public void relay() throws InterruptedException {
    Semaphore senders = new Semaphore(BATCHES_AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Set<AiJobKind> kinds = new HashSet<>(publisher.kinds());
      while (!kinds.isEmpty() && !inFlight.isStopped()) {
        for (AiJobKind kind : List.copyOf(kinds)) {
          senders.acquire();
          List<AiJob> jobs = claim(kind);
          if (jobs.size() < JobPublisher.MAX_BATCH) {
            kinds.remove(kind);
          }
          threads.execute(() -> settle(kind, jobs, senders));
        }
      }
    }
  }

  private List<AiJob> claim(AiJobKind kind) {
    Instant now = clock.instant();
    return outbox.claim(kind, JobPublisher.MAX_BATCH, now, now.plus(AiJob.LEASE));
  }

  private void settle(AiJobKind kind, List<AiJob> jobs, Semaphore senders) {
    try {
      jobs.forEach(inFlight::add);
      send(kind, jobs.stream().flatMap(job -> message(job).stream()).toList());
    } catch (RuntimeException e) {
      FAILURES.failed(kind.code() + " jobs wait for their lease to end and are sent then", e);
    } finally {
      jobs.forEach(inFlight::remove);
      senders.release();
    }
  }

  private void send(AiJobKind kind, List<AiJobMessage> messages) {
    if (messages.isEmpty()) {
      return;
    }
    List<AiJobMessage> unsent = new ArrayList<>(messages);
    String error = "the queue did not accept it";
    try {
      List<AiJobMessage> sent = publisher.publish(kind, messages);
      remove(sent.stream().map(AiJobMessage::job).toList());
      unsent.removeAll(sent);
    } catch (InfrastructureException e) {
      if (!inFlight.isStopped()) {
        FAILURES.failed("the queue for " + kind.code() + " cannot be used", e);
      }
      error = "the queue cannot be reached";
    }
    for (AiJobMessage message : unsent) {
      putBack(message.job(), error);
    }
  }

  /** Returns the message to send. Without one, the job is removed or put back. */
  private Optional<AiJobMessage> message(AiJob job) {
    Optional<AiJobMessage> message = messages.of(job);
    if (message.isEmpty()) {
      remove(List.of(job));
    } else if (!messages.isInFinalStore(job)) {
      putBack(job, "the transcript is not in its store yet");
      return Optional.empty();
    }
    return message;
  }

  private void remove(List<AiJob> done) {
    List<AiJob> ours = done.stream().filter(inFlight::remove).toList();
    transactions.inTransaction(() -> ours.forEach(outbox::remove));
  }

  private void putBack(AiJob job, String error) {
    Instant now = clock.instant();
    if (inFlight.remove(job)) {
      outbox.putBack(job, now.plus(backoff.after(job.attempts())), error, now);
    }
  }

  private void postpone(AiJob job) {
    outbox.postpone(job, clock.instant());
  }
}
