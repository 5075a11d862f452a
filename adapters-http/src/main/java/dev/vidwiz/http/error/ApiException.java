package dev.vidwiz.http.error;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with an error response; the caller sees the message and the details. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient @Nullable Object details;

  /** An error with details, which are serialized as JSON. */
  public ApiException(ErrorCode code, String message, @Nullable Object details) {
    super(message, null, false, false);
    this.code = code;
    this.details = details;
  }

  /** An error without details. */
  public ApiException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** The requested resource does not exist. */
  public static ApiException notFound(String message) {
    return new ApiException(ErrorCode.NOT_FOUND, message);
  }

  /** The request is not possible in the current state of the resource. */
  public static ApiException badRequest(String message) {
    return new ApiException(ErrorCode.BAD_REQUEST, message);
  }

  /** The caller has reached a limit, which is reset after a time. */
  public static ApiException limitReached(String message, Duration resetIn) {
    return new ApiException(
        ErrorCode.RATE_LIMIT_EXCEEDED,
        message,
        Map.of("reset_in_seconds", Math.max(1, resetIn.plusNanos(999_999_999).toSeconds())));
  }

  /** A setting that this request needs is missing; the message names it. */
  public static ApiException notConfigured(String message) {
    return new ApiException(ErrorCode.INTERNAL_ERROR, message);
  }

  /** Returns the error code. */
  public ErrorCode code() {
    return code;
  }

  /** Returns the response body. */
  ErrorBody body() {
    return new ErrorBody(new ErrorBody.Content(code, String.valueOf(getMessage()), details));
  }
}
