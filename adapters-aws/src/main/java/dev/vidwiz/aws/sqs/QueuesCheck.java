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

/** Looks whether queues are there. */
public final class QueuesCheck implements Check {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  /** How SQS answers those who may send and not look: good enough. */
  private static final Set<String> MAY_NOT_LOOK = Set.of("AccessDenied", "AccessDeniedException");

  private final Supplier<SqsClient> client;
  private final List<URI> queues;

  /** Looks at all of the given queues. */
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
                      .overrideConfiguration(override -> override.apiCallTimeout(LIMIT)));
    } catch (SqsException e) {
      if (!mayOnlySend(e)) {
        throw e;
      }
    }
  }

  private static boolean mayOnlySend(SqsException e) {
    return e.awsErrorDetails() != null && MAY_NOT_LOOK.contains(e.awsErrorDetails().errorCode());
  }
}
