package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.fetch.FetchState;
import dev.vidwiz.application.health.CheckHealth;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.storage.StorageMetrics;
import dev.vidwiz.application.worker.ClaimTask;
import dev.vidwiz.http.monitor.CompletedRequest;
import dev.vidwiz.http.monitor.HoldReason;
import dev.vidwiz.http.monitor.Monitor;
import dev.vidwiz.http.request.BodiesInFlight;
import dev.vidwiz.persistence.database.ConnectionUse;
import dev.vidwiz.youtube.Attempt;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * All metrics of one server. Thread-safe; the {@code watch} methods are called during the start.
 */
public final class Metrics implements Monitor, AutoCloseable {

  private final PrometheusMeterRegistry registry = emptyRegistry();
  private final HttpMetrics http = new HttpMetrics(registry);
  private final Observer observer = new EventCounts(registry);
  private final WorkerMetrics workers = new WorkerMetrics(registry);
  private final List<Runnable> refreshes = new ArrayList<>();
  private boolean scraped;

  /** Starts with all counters at zero; {@code version} is that of the program. */
  public Metrics(String version) {
    Gauge.builder("vidwiz.build.info", () -> 1)
        .description("The running program, always 1")
        .tags("version", version, "java", Runtime.version().toString())
        .register(registry);
  }

  /** Returns the observer that counts events of the use cases. */
  public Observer observer() {
    return observer;
  }

  /** Returns the model, with its calls measured. */
  public ChatModel measured(ChatModel model) {
    return new MeasuredChatModel(model, new ModelCalls(registry));
  }

  /** Returns the publisher, with its jobs counted. */
  public JobPublisher counted(JobPublisher publisher) {
    return new CountedJobPublisher(publisher, registry);
  }

  /**
   * Adds gauges of pending work and of the last runs of periodic jobs.
   *
   * @param fallback whether transcripts in the database wait for another store
   */
  public void watchBacklog(StorageMetrics storage, InstantSource clock, boolean fallback) {
    refreshes.add(new BacklogGauges(storage, clock, fallback, registry)::refresh);
  }

  /** Adds gauges of what the server depends on. */
  public void watch(CheckHealth health) {
    refreshes.add(new DependencyGauges(health, workers::hasFetched, registry)::refresh);
  }

  /** Adds gauges of the connections of each pool; the set of pools must not change. */
  public void watchConnections(Supplier<List<ConnectionUse>> pools) {
    new ConnectionGauges(pools, registry).register();
  }

  /** Adds a gauge of the bytes of request bodies that are being received. */
  public void watch(BodiesInFlight bodies) {
    Gauge.builder("vidwiz.request.bodies", bodies::bytes)
        .baseUnit(BaseUnits.BYTES)
        .description("Request bodies that are being received")
        .register(registry);
  }

  /** Adds gauges of the workers that wait for a task. */
  public void watch(ClaimTask claims) {
    workers.watch(claims);
  }

  /** Sets the source of the state of the built-in worker. */
  public void watchFetches(Supplier<FetchState> worker) {
    workers.watch(worker);
  }

  /** Counts a request of the built-in worker to one of its sources. */
  public void count(Attempt attempt) {
    workers.count(attempt);
  }

  @Override
  public void held(HoldReason reason) {
    http.held(reason);
  }

  @Override
  public void completed(CompletedRequest request) {
    http.completed(request);
  }

  /** Takes a few seconds at most, even when the database is down. */
  @Override
  public String metrics() {
    registerJvmMetrics();
    refreshes.forEach(Runnable::run);
    return registry.scrape();
  }

  /** Two of Micrometer's names violate the naming rules of Prometheus. */
  private static PrometheusMeterRegistry emptyRegistry() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry
        .config()
        .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
        .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
    return registry;
  }

  /** At the first scrape, because loading the beans of the JVM would slow the start. */
  private synchronized void registerJvmMetrics() {
    if (!scraped) {
      scraped = true;
      JvmMetrics.register(registry);
    }
  }

  @Override
  public void close() {
    registry.close();
  }
}
