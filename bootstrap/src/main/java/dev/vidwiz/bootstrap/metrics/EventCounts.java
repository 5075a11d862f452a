package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.observer.Quota;
import dev.vidwiz.domain.task.TaskType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts events of the use cases. All counters exist from the start, because the rate of a new
 * counter misses its first event.
 */
final class EventCounts implements Observer {

  private final MeterProvider<Counter> claims;
  private final MeterProvider<Counter> results;
  private final MeterProvider<Counter> refusals;

  EventCounts(MeterRegistry registry) {
    claims =
        Counter.builder("vidwiz.task.claims")
            .description("Tasks claimed by workers")
            .withRegistry(registry);
    results =
        Counter.builder("vidwiz.task.results")
            .description("Results of claimed tasks")
            .withRegistry(registry);
    refusals =
        Counter.builder("vidwiz.quota.refusals")
            .description("Questions refused because a daily quota was spent")
            .withRegistry(registry);
    for (TaskType type : TaskType.values()) {
      claims(type);
      for (TaskOutcome outcome : TaskOutcome.values()) {
        results(type, outcome);
      }
    }
    for (Quota quota : Quota.values()) {
      refusals(quota);
    }
  }

  @Override
  public void taskClaimed(TaskType type) {
    claims(type).increment();
  }

  @Override
  public void attemptEnded(TaskType type, TaskOutcome outcome) {
    results(type, outcome).increment();
  }

  @Override
  public void quotaSpent(Quota quota) {
    refusals(quota).increment();
  }

  private Counter claims(TaskType type) {
    return claims.withTag("type", Meters.label(type));
  }

  private Counter results(TaskType type, TaskOutcome outcome) {
    return results.withTags("type", Meters.label(type), "outcome", Meters.label(outcome));
  }

  private Counter refusals(Quota quota) {
    return refusals.withTag("quota", Meters.label(quota));
  }
}
