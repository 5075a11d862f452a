package dev.vidwiz.aws.failure;

import dev.vidwiz.application.failure.InfrastructureException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** S3 or SQS could not be reached, or did not do what it was asked to. */
public final class AwsException extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  private final boolean temporary;

  private AwsException(String message, @Nullable Throwable cause, boolean temporary) {
    super(message, cause);
    this.temporary = temporary;
  }

  /**
   * Keeps what the SDK says. It may pass, unless the service understood and refused: wrong
   * credentials or region, a bucket or queue that does not exist.
   */
  public static AwsException of(String message, SdkException cause) {
    return new AwsException(message, cause, !isRefusal(cause));
  }

  /** The service cannot be used for now. */
  public static AwsException unavailable(String message) {
    return new AwsException(message, null, true);
  }

  /** The service gave something that is of no use. */
  public static AwsException unusable(String message) {
    return new AwsException(message, null, false);
  }

  @Override
  public boolean isTemporary() {
    return temporary;
  }

  private static boolean isRefusal(SdkException cause) {
    return cause instanceof AwsServiceException refusal
        && refusal.statusCode() >= 300
        && refusal.statusCode() < 500
        && refusal.statusCode() != 408
        && !refusal.isThrottlingException()
        && !refusal.isClockSkewException();
  }
}
