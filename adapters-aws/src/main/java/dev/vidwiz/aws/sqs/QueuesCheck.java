package dev.vidwiz.aws.sqs;

import dev.vidwiz.application.health.Check;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Checks whether queues exist. */
public final class QueuesCheck implements Check {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /** The error codes for credentials that may send but not read attributes; they count as up. */
  private static final Set<String> ACCESS_DENIED = Set.of("AccessDenied", "AccessDeniedException");

  private final Supplier<SqsClient> client;
  private final List<URI> queues;

  /** Checks the given queues. */
  public QueuesCheck(Supplier<SqsClient> client, Collection<URI> queues) {
    this.client = client;
    this.queues = List.copyOf(queues);
  }

  @Override
  public void look() {
    queues.forEach(this::look);
  }

  private void look(URI queue) {
    try {
      client
          .get()
          .getQueueAttributes(
              get ->
                  get.queueUrl(queue.toString())
                      .attributeNames(QueueAttributeName.QUEUE_ARN)
                      .overrideConfiguration(override -> override.apiCallTimeout(TIMEOUT)));
    } catch (SqsException e) {
      if (!mayOnlySend(e)) {
        throw e;
      }
    }
  }

  private static boolean mayOnlySend(SqsException e) {
    return e.awsErrorDetails() != null && ACCESS_DENIED.contains(e.awsErrorDetails().errorCode());
  }
}
