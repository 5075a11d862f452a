package dev.vidwiz.http.error;

import dev.vidwiz.application.failure.BusyException;
import dev.vidwiz.application.failure.CallerGoneException;
import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.application.limit.DailyLimitException;
import dev.vidwiz.application.note.NoteLimitException;
import dev.vidwiz.http.json.Json;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts exceptions to error responses, and logs those that the server caused. */
public final class ErrorResponses {

  private static final System.Logger LOG = System.getLogger(ErrorResponses.class.getName());
  private static final FailureLog FAILURES = new FailureLog(ErrorResponses.class);

  private final Json json;
  private final Function<Throwable, OptionalInt> statusOf;

  /**
   * Serializes with {@code json}.
   *
   * @param statusOf the status that an exception means to Jetty; empty for other exceptions
   */
  public ErrorResponses(Json json, Function<Throwable, OptionalInt> statusOf) {
    this.json = json;
    this.statusOf = statusOf;
  }

  /** Returns the response body. */
  public byte[] body(ApiException error) {
    return json.bytes(error.body());
  }

  /** Returns the error to send. Logs internal failures with the request id. */
  public ApiException toError(Throwable cause, @Nullable String requestId) {
    OptionalInt status = statusOf.apply(cause);
    if (status.isPresent()) {
      return ofStatus(status.getAsInt());
    }
    return switch (cause) {
      case ApiException error -> error;
      case NoteLimitException full ->
          new ApiException(ErrorCode.CONFLICT, String.valueOf(full.getMessage()));
      case HttpResponseException error -> ofStatus(error.getStatus());
      case IOException refused when refused.getCause() instanceof ApiException error -> error;
      case EOFException gone -> ApiException.badRequest("The request ended early");
      case CallerGoneException gone -> ApiException.badRequest("The caller has gone");
      case BusyException busy -> unavailable();
      case DailyLimitException reached ->
          ApiException.limitReached(String.valueOf(reached.getMessage()), reached.resetIn());
      case InfrastructureException broken when broken.isTemporary() -> {
        FAILURES.failed("request " + requestId + " could not be served for now", broken);
        yield unavailable();
      }
      case InterruptedException stopping -> unavailable();
      case IOException unreadable -> ApiException.badRequest("The request could not be read");
      default -> {
        LOG.log(Level.ERROR, "request " + requestId + " failed", cause);
        yield ofStatus(500);
      }
    };
  }

  /** Returns the error for a status that Jetty or Javalin would send. */
  public static ApiException ofStatus(int status) {
    ErrorCode code = ErrorCode.ofStatus(status);
    return new ApiException(
        code,
        switch (code) {
          case BAD_REQUEST -> "The request is malformed";
          case NOT_FOUND -> "There is nothing at this address";
          case METHOD_NOT_ALLOWED -> "This address does not know this method";
          case REQUEST_TIMEOUT -> "The request took too long to arrive";
          case PAYLOAD_TOO_LARGE -> "The request is too large";
          case INTERNAL_ERROR -> "Internal Server Error";
          case SERVICE_UNAVAILABLE -> "The server cannot answer right now, please try again soon";
          case UNAUTHORIZED, FORBIDDEN, CONFLICT, VALIDATION_ERROR, RATE_LIMIT_EXCEEDED ->
              "The request was refused";
        });
  }

  private static ApiException unavailable() {
    return ofStatus(ErrorCode.SERVICE_UNAVAILABLE.status());
  }
}
