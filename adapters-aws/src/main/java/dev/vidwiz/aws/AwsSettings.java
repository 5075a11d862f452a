package dev.vidwiz.aws;

import dev.vidwiz.domain.job.AiJobKind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings for S3 and SQS.
 *
 * @param accessKey null to use the SDK's default credentials: environment, profile or role
 * @param bucket the S3 bucket for transcripts; null when they are stored elsewhere
 * @param queues the queue URL for each kind of job that is sent to SQS
 */
public record AwsSettings(
    String region,
    @Nullable AccessKey accessKey,
    Endpoints endpoints,
    @Nullable String bucket,
    Map<AiJobKind, URI> queues,
    Timeouts timeouts) {

  /** Copies the queues. */
  public AwsSettings {
    queues = Map.copyOf(queues);
  }

  /**
   * AWS credentials.
   *
   * @param sessionToken the token of temporary credentials; null for others
   */
  public record AccessKey(String id, String secret, @Nullable String sessionToken) {

    /** Omits the secrets. */
    @Override
    public String toString() {
      return "AccessKey[id=%s]".formatted(id);
    }
  }

  /**
   * Servers to use instead of Amazon's; null for Amazon's.
   *
   * @param any the server for services without their own
   */
  public record Endpoints(@Nullable URI any, @Nullable URI s3, @Nullable URI sqs) {

    /** Amazon's own servers. */
    public static final Endpoints AMAZON = new Endpoints(null, null, null);

    @Nullable URI forS3() {
      return s3 == null ? any : s3;
    }

    @Nullable URI forSqs() {
      return sqs == null ? any : sqs;
    }
  }

  /**
   * The timeouts of requests.
   *
   * @param connect until the connection is established
   * @param attempt until the whole response is read, for one attempt
   * @param call for all attempts and the pauses between them
   */
  public record Timeouts(Duration connect, Duration attempt, Duration call) {

    /** Short enough for a waiting HTTP request, long enough for the largest transcripts. */
    public static final Timeouts DEFAULTS =
        new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(20));

    /** Rejects timeouts that are not positive. */
    public Timeouts {
      if (!connect.isPositive() || !attempt.isPositive() || !call.isPositive()) {
        throw new IllegalArgumentException("a timeout must be positive");
      }
    }
  }
}
