package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.storage.Backlog;
import dev.vidwiz.application.storage.Backlog.JobKey;
import dev.vidwiz.application.storage.Backlog.TaskKey;
import dev.vidwiz.application.storage.LastRuns;
import dev.vidwiz.application.storage.StorageMetrics;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gauges of pending work and of the last runs; NaN when the database does not answer in time. */
final class BacklogGauges {

  private final RecentBacklog source;
  private final InstantSource clock;
  private volatile Optional<Backlog> backlog = Optional.empty();

  BacklogGauges(
      StorageMetrics storage, InstantSource clock, boolean fallback, MeterRegistry registry) {
    this.source = new RecentBacklog(storage, clock);
    this.clock = clock;
    for (TaskType type : TaskType.values()) {
      for (TaskState state : TaskState.values()) {
        TaskKey key = new TaskKey(type, state);
        gauge("vidwiz.tasks", b -> number(b.tasks().get(key)))
            .description("Tasks by type and state, counted up to " + Backlog.MAX)
            .tags("type", Meters.label(type), "state", state.code())
            .register(registry);
      }
      gauge("vidwiz.tasks.oldest.waiting", b -> age(b.taskDue().get(type)))
          .description("How long the first pending task has been available")
          .baseUnit("seconds")
          .tag("type", Meters.label(type))
          .register(registry);
    }
    for (AiJobKind kind : AiJobKind.values()) {
      registerJobs(kind, registry);
    }
    gauge("vidwiz.transcripts.waiting", b -> fallback ? (double) b.transcripts() : 0.0)
        .description("Transcripts in the database that wait for S3, counted up to " + Backlog.MAX)
        .register(registry);
    for (LastRuns.Job job : LastRuns.Job.values()) {
      gauge("vidwiz.last.run.timestamp", b -> seconds(b.lastRuns().get(job)))
          .description("When the job has last succeeded on this database; 0 if it never has")
          .baseUnit("seconds")
          .tag("job", job.code())
          .register(registry);
    }
  }

  private void registerJobs(AiJobKind kind, MeterRegistry registry) {
    for (TaskState state : TaskState.values()) {
      if (state != TaskState.COMPLETED) {
        JobKey key = new JobKey(kind, state);
        gauge("vidwiz.outbox.jobs", b -> number(b.jobs().get(key)))
            .description("AI jobs by kind and state, counted up to " + Backlog.MAX)
            .tags("kind", kind.code(), "state", state.code())
            .register(registry);
      }
    }
    gauge("vidwiz.outbox.oldest.waiting", b -> age(b.oldestJob().get(kind)))
        .description("Age of the oldest pending or running AI job")
        .baseUnit("seconds")
        .tag("kind", kind.code())
        .register(registry);
  }

  /** Updates the gauges, or clears them when the database does not answer in time. */
  void refresh() {
    backlog = source.get();
  }

  private Gauge.Builder<?> gauge(String name, Function<Backlog, Double> figure) {
    return Gauge.builder(name, () -> backlog.map(figure).orElse(Double.NaN));
  }

  private double age(@Nullable Instant since) {
    return since == null
        ? 0
        : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1e3);
  }

  private static double seconds(@Nullable Instant time) {
    return time == null ? 0 : time.toEpochMilli() / 1e3;
  }

  private static double number(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
