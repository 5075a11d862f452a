package dev.vidwiz.aws.s3;

import dev.vidwiz.application.health.Check;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/** Looks whether a bucket is there for us to list, which finding transcripts takes. */
public final class BucketCheck implements Check {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final Supplier<S3Client> client;
  private final String bucket;

  /** Looks at the given bucket. */
  public BucketCheck(Supplier<S3Client> client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public void look() {
    client
        .get()
        .headBucket(
            head ->
                head.bucket(bucket)
                    .overrideConfiguration(override -> override.apiCallTimeout(LIMIT)));
  }
}
