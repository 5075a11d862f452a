package dev.vidwiz.aws.sqs;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.aws.failure.NamedReason;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
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
  public void look() throws Exception {
    for (URI queue : queues) {
      look(queue);
    }
  }

  private void look(URI queue) throws Exception {
    try {
      client
          .get()
          .getQueueAttributes(
              get ->
                  get.queueUrl(queue.toString())
                      .attributeNames(QueueAttributeName.QUEUE_ARN)
                      .overrideConfiguration(override -> override.apiCallTimeout(TIMEOUT)));
    } catch (SdkException e) {
      if (!mayOnlySend(e)) {
        throw NamedReason.of("queue", e);
      }
    }
  }

  private static boolean mayOnlySend(SdkException e) {
    return e instanceof SqsException refusal
        && refusal.awsErrorDetails() != null
        && ACCESS_DENIED.contains(refusal.awsErrorDetails().errorCode());
  }
}
