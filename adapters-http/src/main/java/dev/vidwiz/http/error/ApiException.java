package dev.vidwiz.http.error;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with an error answer; the message and the details are for the caller. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient @Nullable Object details;

  /** An error with details, which become JSON. */
  public ApiException(ErrorCode code, String message, @Nullable Object details) {
    super(message, null, false, false);
    this.code = code;
    this.details = details;
  }

  /** An error that its message explains. */
  public ApiException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** What the request names is not there. */
  public static ApiException notFound(String message) {
    return new ApiException(ErrorCode.NOT_FOUND, message);
  }

  /** The request does not fit the state of what it names. */
  public static ApiException badRequest(String message) {
    return new ApiException(ErrorCode.BAD_REQUEST, message);
  }

  /** The caller has used up what they may have until a time to come. */
  public static ApiException limitReached(String message, Duration resetIn) {
    return new ApiException(
        ErrorCode.RATE_LIMIT_EXCEEDED,
        message,
        Map.of("reset_in_seconds", Math.max(1, resetIn.plusNanos(999_999_999).toSeconds())));
  }

  /** The server lacks a setting that this request needs; unlike other errors 500 it says which. */
  public static ApiException notConfigured(String message) {
    return new ApiException(ErrorCode.INTERNAL_ERROR, message);
  }

  /** Returns the code of the answer. */
  public ErrorCode code() {
    return code;
  }

  /** Returns the answer's body. */
  ErrorBody body() {
    return new ErrorBody(new ErrorBody.Content(code, String.valueOf(getMessage()), details));
  }
}
