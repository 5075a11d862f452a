package dev.vidwiz.aws;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.aws.failure.AwsException;
import dev.vidwiz.aws.s3.BucketCheck;
import dev.vidwiz.aws.s3.S3TranscriptStore;
import dev.vidwiz.aws.sqs.QueuesCheck;
import dev.vidwiz.aws.sqs.SqsJobPublisher;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Transcripts in S3 and AI jobs in SQS. Clients of the SDK are created at first use. Thread-safe.
 */
public final class Aws implements AutoCloseable {

  private final AwsSettings settings;
  private final ZoneId zone;
  private final LazyClient<S3Client> s3;
  private final LazyClient<SqsClient> sqs;

  /** Creates the adapters; {@code zone} is the time zone of times in messages. */
  public Aws(AwsSettings settings, ZoneId zone) {
    this.settings = settings;
    this.zone = zone;
    Clients clients = new Clients(settings);
    this.s3 = new LazyClient<>(clients::s3);
    this.sqs = new LazyClient<>(clients::sqs);
  }

  /** Returns the transcript store; null when no bucket is configured. */
  public @Nullable TranscriptStore transcripts() {
    String bucket = settings.bucket();
    return bucket == null ? null : new S3TranscriptStore(s3, bucket);
  }

  /** Returns the publisher of AI jobs; null when no queue is configured. */
  public @Nullable JobPublisher jobs() {
    return settings.queues().isEmpty() ? null : new SqsJobPublisher(sqs, settings.queues(), zone);
  }

  /** Returns the health checks of the configured bucket and queues. */
  public Map<Part, Check> checks() {
    Map<Part, Check> checks = new EnumMap<>(Part.class);
    String bucket = settings.bucket();
    if (bucket != null) {
      checks.put(Part.TRANSCRIPT_STORE, new BucketCheck(s3, bucket));
    }
    if (!settings.queues().isEmpty()) {
      checks.put(Part.JOB_QUEUE, new QueuesCheck(sqs, settings.queues().values()));
    }
    return checks;
  }

  /** Closes the connections. Later calls throw an {@link AwsException}. */
  @Override
  public void close() {
    s3.close();
    sqs.close();
  }
}
