package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.fetch.FetchState;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.storage.StorageMetrics;
import dev.vidwiz.application.worker.ClaimTask;
import dev.vidwiz.http.monitor.CompletedRequest;
import dev.vidwiz.http.monitor.HoldReason;
import dev.vidwiz.http.monitor.Monitor;
import dev.vidwiz.persistence.database.ConnectionUse;
import dev.vidwiz.youtube.Attempt;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All metrics of one server. Thread-safe; what is to be watched is named while it starts. */
public final class Metrics implements Monitor, AutoCloseable {

  private final PrometheusMeterRegistry registry = emptyRegistry();
  private final HttpMetrics http = new HttpMetrics(registry);
  private final Observer observer = new EventCounts(registry);
  private final WorkerMetrics workers = new WorkerMetrics(registry);
  private final List<BacklogGauges> backlogs = new ArrayList<>();
  private boolean scraped;

  /** Begins with nothing counted; the version is shown as that of the program. */
  public Metrics(String version) {
    Gauge.builder("vidwiz.build.info", () -> 1)
        .description("The running program, always 1")
        .tags("version", version, "java", Runtime.version().toString())
        .register(registry);
  }

  /** Returns what counts what happens inside. */
  public Observer observer() {
    return observer;
  }

  /** Returns the model, with its calls measured. */
  public ChatModel measured(ChatModel model) {
    return new MeasuredChatModel(model, new ModelCalls(registry));
  }

  /** Returns the publisher, with what it sends counted. */
  public JobPublisher counted(JobPublisher publisher) {
    return new CountedJobPublisher(publisher, registry);
  }

  /** Shows what there is to be done. */
  public void watchBacklog(StorageMetrics storage, InstantSource clock) {
    backlogs.add(new BacklogGauges(storage, clock, registry));
  }

  /** Shows how the connections of each pool are used; the pools stay the same. */
  public void watchConnections(Supplier<List<ConnectionUse>> pools) {
    new ConnectionGauges(pools, registry).register();
  }

  /** Shows how many workers wait for a task. */
  public void watch(ClaimTask claims) {
    workers.watch(claims);
  }

  /** Shows the state of the built-in worker. */
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

  /** Takes seconds at most, whatever is down. */
  @Override
  public String metrics() {
    showJvm();
    backlogs.forEach(BacklogGauges::refresh);
    return registry.scrape();
  }

  /** Two of Micrometer's own names break Prometheus' rules. */
  private static PrometheusMeterRegistry emptyRegistry() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry
        .config()
        .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
        .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
    return registry;
  }

  /** At the first look: the beans of the JVM would slow the start. */
  private synchronized void showJvm() {
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
