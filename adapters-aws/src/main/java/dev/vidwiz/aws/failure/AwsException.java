package dev.vidwiz.aws.failure;

import dev.vidwiz.application.failure.InfrastructureException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** S3 or SQS was unreachable or rejected a request. */
public final class AwsException extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  private final boolean temporary;
  private final boolean outage;

  private AwsException(
      String message, @Nullable Throwable cause, boolean temporary, boolean outage) {
    super(message, cause);
    this.temporary = temporary;
    this.outage = outage;
  }

  /**
   * Wraps an exception of the SDK. It is temporary, unless the service rejected the request: wrong
   * credentials or region, or a missing bucket or queue.
   */
  public static AwsException of(String message, SdkException cause) {
    return new AwsException(message, cause, !isRefusal(cause), isUnreachable(cause));
  }

  /** The service cannot be reached. */
  public static AwsException unavailable(String message) {
    return new AwsException(message, null, true, true);
  }

  /** The service returned invalid data. */
  public static AwsException unusable(String message) {
    return new AwsException(message, null, false, false);
  }

  @Override
  public boolean isTemporary() {
    return temporary;
  }

  @Override
  public boolean isOutage() {
    return outage;
  }

  private static boolean isUnreachable(Throwable problem) {
    return switch (problem) {
      case ConnectException refused -> true;
      case NoRouteToHostException cut -> true;
      case UnknownHostException unknown -> true;
      default -> problem.getCause() != null && isUnreachable(problem.getCause());
    };
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
