package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.domain.job.AiJobKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;

/** Counts the jobs of a publisher, each time they are sent. */
final class CountedJobPublisher implements JobPublisher {

  private final JobPublisher publisher;
  private final MeterProvider<Counter> jobs;

  CountedJobPublisher(JobPublisher publisher, MeterRegistry registry) {
    this.publisher = publisher;
    this.jobs =
        Counter.builder("vidwiz.outbox.relayed")
            .description(
                "AI jobs that a queue accepted (sent) or did not (failed, to be sent again)")
            .withRegistry(registry);
    publisher.kinds().forEach(kind -> count(kind, 0, 0));
  }

  @Override
  public Set<AiJobKind> kinds() {
    return publisher.kinds();
  }

  @Override
  public List<AiJobMessage> publish(AiJobKind kind, List<AiJobMessage> messages) {
    int sent = 0;
    try {
      List<AiJobMessage> accepted = publisher.publish(kind, messages);
      sent = accepted.size();
      return accepted;
    } finally {
      count(kind, sent, messages.size() - sent);
    }
  }

  private void count(AiJobKind kind, int sent, int failed) {
    jobs.withTags("kind", kind.code(), "outcome", "sent").increment(sent);
    jobs.withTags("kind", kind.code(), "outcome", "failed").increment(failed);
  }
}
