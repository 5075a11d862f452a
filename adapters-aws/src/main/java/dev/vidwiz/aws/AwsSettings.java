package dev.vidwiz.aws;

import dev.vidwiz.domain.job.AiJobKind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where transcripts and AI jobs go.
 *
 * @param accessKey null leaves it to the SDK to find credentials: environment, profile, role
 * @param bucket the S3 bucket that holds the transcripts; null when they are kept elsewhere
 * @param queues the URLs of the queues, for those kinds of jobs that are sent to one
 */
public record AwsSettings(
    String region,
    @Nullable AccessKey accessKey,
    Endpoints endpoints,
    @Nullable String bucket,
    Map<AiJobKind, URI> queues,
    Timeouts timeouts) {

  /** Keeps the queues as they are now. */
  public AwsSettings {
    queues = Map.copyOf(queues);
  }

  /**
   * The credentials of a user of AWS.
   *
   * @param sessionToken comes with keys that are good for a while only; null for others
   */
  public record AccessKey(String id, String secret, @Nullable String sessionToken) {

    /** Describes the key without its secrets. */
    @Override
    public String toString() {
      return "AccessKey[id=%s]".formatted(id);
    }
  }

  /**
   * Servers that are used instead of Amazon's; null where Amazon's are.
   *
   * @param any the server of every service that has none of its own here
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
   * How long a server may take.
   *
   * @param connect until the connection stands
   * @param attempt until the whole answer is read, for one attempt
   * @param call the same, for all attempts and the waits between them
   */
  public record Timeouts(Duration connect, Duration attempt, Duration call) {

    /** Short enough for a request that waits, long enough for a transcript of many hours. */
    public static final Timeouts DEFAULTS =
        new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(20));

    /** Refuses times that are not positive. */
    public Timeouts {
      if (!connect.isPositive() || !attempt.isPositive() || !call.isPositive()) {
        throw new IllegalArgumentException("a timeout must be positive");
      }
    }
  }
}
