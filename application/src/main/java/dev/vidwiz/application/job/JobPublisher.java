package dev.vidwiz.application.job;

import dev.vidwiz.domain.job.AiJobKind;
import java.util.List;
import java.util.Set;

/** Sends AI jobs to the queues of external AI workers. Thread-safe. */
public interface JobPublisher {

  /** Returns the kinds with a queue. */
  Set<AiJobKind> kinds();

  /**
   * Sends up to {@value #MAX_BATCH} jobs of one kind and returns those that the queue accepted. An
   * accepted job may be missing from the result and is sent again, so that workers must accept
   * duplicates.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when the queue cannot be reached
   */
  List<AiJobMessage> publish(AiJobKind kind, List<AiJobMessage> messages);

  /** The most jobs that can be sent at once. */
  int MAX_BATCH = 10;
}
