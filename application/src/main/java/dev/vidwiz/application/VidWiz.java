package dev.vidwiz.application;

import dev.vidwiz.application.ai.AiJobMessages;
import dev.vidwiz.application.ai.AiWriter;
import dev.vidwiz.application.ai.RelayAiJobs;
import dev.vidwiz.application.ai.WorkOnAiJobs;
import dev.vidwiz.application.ai.WriteAiNote;
import dev.vidwiz.application.ai.WriteSummary;
import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.round.Round;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.LastRuns;
import dev.vidwiz.domain.job.AiJobKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * A running VidWiz: all use cases and the periodic work. Closing it ends all waits, and refuses new
 * calls; it does not close the ports. Thread-safe.
 */
public final class VidWiz implements AutoCloseable {

  /** The longest delay when a signal is lost. */
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(2);

  private static final Duration CLEAN_UP_INTERVAL = Duration.ofHours(1);

  /** More often, because many client addresses create many buckets. */
  private static final Duration RATE_LIMITS_INTERVAL = Duration.ofMinutes(1);

  /** As for cancelled tasks. */
  private static final Duration CANCELLED_JOBS_KEPT = Duration.ofDays(90);

  /** Counted from the last message. */
  private static final Duration GUEST_CONVERSATIONS_KEPT = Duration.ofDays(30);

  private static final Duration FUTURE_TIMES_INTERVAL = Duration.ofMinutes(1);

  private final Ports ports;
  private final UseCases useCases;
  private final Upkeep upkeep = new Upkeep();
  private volatile boolean closed;

  /** Starts with {@link Options#DEFAULTS}. */
  public VidWiz(Ports ports) {
    this(ports, Options.DEFAULTS);
  }

  /** Starts without an observer. */
  public VidWiz(Ports ports, Options options) {
    this(ports, options, Observer.NONE);
  }

  /** Assembles the use cases and starts the periodic work. */
  public VidWiz(Ports ports, Options options, Observer observer) {
    this.ports = ports;
    this.useCases = new UseCases(ports, options, observer);
    everyRound(LOOK_INTERVAL, Round.LEASES, useCases.expireTasks::expireLeases);
    everyRound(LOOK_INTERVAL, Round.DUE_TASKS, useCases.claimTask::signalAvailable);
    upkeep.every(LOOK_INTERVAL, "waiting-workers", useCases.claimTask::wakeForAvailable);
    upkeep.every(LOOK_INTERVAL, "watched-videos", useCases.watchVideo::refreshAll);
    if (useCases.fallback != null) {
      upkeep.every(LOOK_INTERVAL, "transcripts", useCases.fallback::move);
    }
    everyRound(FUTURE_TIMES_INTERVAL, Round.FUTURE_TIMES, this::correctFutureTimes).run();
    startCleanUp();
    startJobWork(options);
  }

  /**
   * Returns the use cases.
   *
   * @throws IllegalStateException when this is closed
   */
  public UseCases useCases() {
    requireOpen();
    return useCases;
  }

  /**
   * Returns the storage, for queries that need no use case.
   *
   * @throws IllegalStateException when this is closed
   */
  public Storage storage() {
    requireOpen();
    return ports.storage();
  }

  /** Ends all waits for tasks and changes. Answers of Wiz have some seconds to finish. */
  public void endWaits() {
    useCases.endWaits();
  }

  @Override
  public void close() {
    closed = true;
    endWaits();
    upkeep.close();
  }

  /**
   * Like {@link Upkeep#every}, at one server at a time. The pause is shorter than the interval, so
   * that one server alone does the work at each of its own times.
   */
  private Runnable everyRound(Duration interval, Round round, Upkeep.Work work) {
    return upkeep.every(interval, round.code(), () -> inRound(interval, round, work));
  }

  private void inRound(Duration interval, Round round, Upkeep.Work work)
      throws InterruptedException {
    if (ports.storage().rounds().begin(round, interval.dividedBy(2))) {
      work.run();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this VidWiz is closed");
    }
  }

  private void correctFutureTimes() {
    useCases.expireTasks.correctFutureTimes();
    Instant now = useCases.clock.instant();
    ports.storage().outbox().correctFutureTimes(now, now.plus(AiJob.LEASE));
  }

  private void startCleanUp() {
    InstantSource clock = useCases.clock;
    // Yesterday is kept for answers that fail after midnight: their quota is refunded.
    Retention retention =
        new Retention(
            List.of(
                useCases.expireTasks::removeOld,
                () ->
                    ports
                        .storage()
                        .quotas()
                        .removeBefore(
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1)),
                () ->
                    ports
                        .storage()
                        .outbox()
                        .removeCancelled(clock.instant().minus(CANCELLED_JOBS_KEPT)),
                () -> ports.storage().logins().removeForgotten(clock.instant()),
                () ->
                    ports
                        .storage()
                        .conversations()
                        .removeOfGuests(clock.instant().minus(GUEST_CONVERSATIONS_KEPT))),
            () -> ports.storage().lastRuns().record(LastRuns.Job.RETENTION, clock.instant()));
    upkeep
        .every(
            CLEAN_UP_INTERVAL,
            "retention",
            () -> inRound(CLEAN_UP_INTERVAL, Round.RETENTION, retention::run),
            retention::stop)
        .run();
    ports
        .storage()
        .rateLimits()
        .ifPresent(
            limits ->
                everyRound(
                    RATE_LIMITS_INTERVAL,
                    Round.RATE_LIMITS,
                    () -> limits.removeFull(clock.instant())));
  }

  /** Relays the AI jobs of kinds with a queue and does the others here. */
  private void startJobWork(Options options) {
    // Unlike the default generator, this one is thread-safe.
    RandomGenerator random = new Random();
    List<Runnable> wakes = new ArrayList<>();
    JobPublisher publisher = ports.ai().publisher();
    if (publisher != null) {
      RelayAiJobs relay = relay(publisher, random);
      wakes.add(upkeep.every(LOOK_INTERVAL, "relay", relay::relay, relay::close));
    }
    ChatModel model = ports.ai().model();
    if (model != null && options.aiWorker()) {
      Map<AiJobKind, AiWriter> writers = writers(model, options);
      if (publisher != null) {
        writers.keySet().removeAll(publisher.kinds());
      }
      WorkOnAiJobs worker =
          new WorkOnAiJobs(
              ports.storage().transactions(),
              ports.storage().outbox(),
              writers,
              useCases.clock,
              random);
      wakes.add(upkeep.every(LOOK_INTERVAL, "ai-worker", worker::work, worker::close));
      upkeep.every(WorkOnAiJobs.RENEWAL, "ai-leases", worker::renewLeases);
    }
    ports
        .storage()
        .signals()
        .subscribe(
            signal -> {
              if (signal instanceof Signal.JobReady || signal instanceof Signal.Missed) {
                wakes.forEach(Runnable::run);
              }
            });
  }

  private RelayAiJobs relay(JobPublisher publisher, RandomGenerator random) {
    AiJobMessages messages =
        new AiJobMessages(
            ports.storage().videos(), ports.storage().notes(), useCases.transcriptStore);
    return new RelayAiJobs(
        ports.storage().transactions(),
        ports.storage().outbox(),
        messages,
        publisher,
        useCases.clock,
        random);
  }

  private Map<AiJobKind, AiWriter> writers(ChatModel model, Options options) {
    Storage storage = ports.storage();
    Map<AiJobKind, AiWriter> writers = new EnumMap<>(AiJobKind.class);
    writers.put(
        AiJobKind.AI_NOTE,
        new WriteAiNote(
            storage.notes(), storage.videos(), useCases.findTranscript, model, useCases.clock));
    writers.put(
        AiJobKind.SUMMARY,
        new WriteSummary(
            storage.videos(),
            storage.signals(),
            useCases.findTranscript,
            model,
            options.wiz().contextTokens(),
            useCases.clock));
    return writers;
  }
}
