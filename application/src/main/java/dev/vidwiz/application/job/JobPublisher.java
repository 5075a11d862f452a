package dev.vidwiz.application.job;

import dev.vidwiz.domain.job.AiJobKind;
import java.util.List;
import java.util.Set;

/** Sends AI jobs to the queues from which workers elsewhere take them. Thread-safe. */
public interface JobPublisher {

  /** Returns the kinds for which there is a queue. */
  Set<AiJobKind> kinds();

  /**
   * Sends up to {@value #MAX_BATCH} jobs of one kind and returns those that the queue accepted. A
   * job may be accepted and yet not be among those returned: workers must bear to see one twice.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when the queue cannot be reached
   */
  List<AiJobMessage> publish(AiJobKind kind, List<AiJobMessage> messages);

  /** The most jobs that can be sent at once. */
  int MAX_BATCH = 10;
}
