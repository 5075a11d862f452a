package dev.vidwiz.aws.s3;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.aws.failure.NamedReason;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Checks whether a bucket exists and may be listed. Without the right to list, S3 does not say that
 * a transcript is missing.
 */
public final class BucketCheck implements Check {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final Supplier<S3Client> client;
  private final String bucket;

  /** Checks the given bucket. */
  public BucketCheck(Supplier<S3Client> client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public void look() throws Exception {
    try {
      client
          .get()
          .headBucket(
              head ->
                  head.bucket(bucket)
                      .overrideConfiguration(override -> override.apiCallTimeout(TIMEOUT)));
    } catch (SdkException e) {
      throw NamedReason.of("bucket", e);
    }
  }
}
