package dev.vidwiz.aws.sqs;

import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.aws.failure.AwsException;
import dev.vidwiz.domain.job.AiJobKind;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Sends AI jobs to SQS queues, standard or FIFO. Thread-safe. */
public final class SqsJobPublisher implements JobPublisher {

  private static final System.Logger LOG = System.getLogger(SqsJobPublisher.class.getName());
  private static final FailureLog FAILURES = new FailureLog(SqsJobPublisher.class);

  private final Supplier<SqsClient> client;
  private final Map<AiJobKind, URI> queues;
  private final MessageBodies bodies;

  /**
   * Sends to the given queues, which must exist; {@code zone} is the time zone of times in
   * messages.
   */
  public SqsJobPublisher(Supplier<SqsClient> client, Map<AiJobKind, URI> queues, ZoneId zone) {
    this.client = client;
    this.queues = Map.copyOf(queues);
    this.bodies = new MessageBodies(zone);
  }

  @Override
  public Set<AiJobKind> kinds() {
    return queues.keySet();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when there is no queue for this kind
   */
  @Override
  public List<AiJobMessage> publish(AiJobKind kind, List<AiJobMessage> messages) {
    URI queue = queues.get(kind);
    if (queue == null) {
      throw new IllegalArgumentException("no queue for " + kind.code());
    }
    List<AiJobMessage> sent = new ArrayList<>();
    for (List<OutgoingMessage> batch :
        OutgoingMessage.batches(sendable(messages), MAX_BATCH, MessageBodies.MAX_BYTES)) {
      try {
        sent.addAll(send(queue, batch));
      } catch (SdkException e) {
        AwsException failure = AwsException.of("cannot send to " + queue, e);
        if (sent.isEmpty()) {
          throw failure;
        }
        FAILURES.failed("sent only some of the jobs", failure);
        return sent;
      }
    }
    return sent;
  }

  private List<OutgoingMessage> sendable(List<AiJobMessage> messages) {
    return messages.stream().map(bodies::write).filter(SqsJobPublisher::isSendable).toList();
  }

  private static boolean isSendable(OutgoingMessage message) {
    if (message.bytes() <= MessageBodies.MAX_BYTES) {
      return true;
    }
    LOG.log(
        Level.ERROR,
        "job {0} is too large to be sent: {1} bytes",
        Long.toString(message.message().job().id()),
        Integer.toString(message.bytes()));
    return false;
  }

  private List<AiJobMessage> send(URI queue, List<OutgoingMessage> batch) {
    boolean fifo = queue.getPath().endsWith(".fifo");
    SendMessageBatchResponse response =
        client
            .get()
            .sendMessageBatch(
                send ->
                    send.queueUrl(queue.toString())
                        .entries(
                            IntStream.range(0, batch.size())
                                .mapToObj(i -> entry(i, batch.get(i), fifo))
                                .toList()));
    for (BatchResultErrorEntry failed : response.failed()) {
      AiJob job = batch.get(Integer.parseInt(failed.id())).message().job();
      FAILURES.failed(
          "job " + job.id() + " is sent again later",
          AwsException.unusable(queue + " refused it: " + failed.code()));
    }
    return response.successful().stream()
        .map(accepted -> batch.get(Integer.parseInt(accepted.id())).message())
        .toList();
  }

  private static SendMessageBatchRequestEntry entry(
      int index, OutgoingMessage message, boolean fifo) {
    var entry =
        SendMessageBatchRequestEntry.builder()
            .id(Integer.toString(index))
            .messageBody(message.body());
    if (fifo) {
      String name = name(message.message().job());
      entry.messageGroupId(name).messageDeduplicationId(name);
    }
    return entry.build();
  }

  /**
   * Returns the message group and deduplication id of a job. Each job is its own group, because
   * jobs need no order. A job that is sent twice within five minutes arrives once. The id contains
   * the creation time, because the id of a finished job can be reused.
   */
  private static String name(AiJob job) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, job.createdAt());
    return "%s-%d-%d".formatted(job.kind().code(), job.id(), micros);
  }
}
