package dev.vidwiz.aws.failure;

import dev.vidwiz.application.health.DownException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Names the reasons of a failed check. */
public final class NamedReason {

  private NamedReason() {}

  /**
   * Returns the exception that a check of a thing, such as {@code bucket}, throws for one of the
   * SDK: the same one when its causes say why.
   */
  public static Exception of(String thing, SdkException failure) {
    return switch (failure) {
      case ApiCallTimeoutException late -> new DownException("No answer in time", late);
      case ApiCallAttemptTimeoutException late -> new DownException("No answer in time", late);
      case AwsServiceException refusal -> new DownException(reason(thing, refusal), refusal);
      default -> failure;
    };
  }

  private static String reason(String thing, AwsServiceException refusal) {
    String code = refusal.awsErrorDetails() == null ? "" : refusal.awsErrorDetails().errorCode();
    boolean isMissing = String.valueOf(code).contains("NonExistent") || refusal.statusCode() == 404;
    if (isMissing || String.valueOf(code).contains("DoesNotExist")) {
      return "The " + thing + " does not exist";
    }
    return switch (refusal.statusCode()) {
      case 301, 307 -> "The " + thing + " is in another region";
      case 401, 403 -> "The key is refused, or has no right to the " + thing;
      default -> "It answers with status " + refusal.statusCode();
    };
  }
}
