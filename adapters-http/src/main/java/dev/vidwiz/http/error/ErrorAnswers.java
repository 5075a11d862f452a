package dev.vidwiz.http.error;

import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.http.json.Json;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns whatever a request ends with into the error to answer. Logs what is our fault. */
public final class ErrorAnswers {

  private static final System.Logger LOG = System.getLogger(ErrorAnswers.class.getName());

  private final Json json;
  private final Function<Throwable, OptionalInt> statuses;

  /**
   * Writes answers with the given JSON.
   *
   * @param statuses knows the status of those exceptions that mean one to the server underneath
   */
  public ErrorAnswers(Json json, Function<Throwable, OptionalInt> statuses) {
    this.json = json;
    this.statuses = statuses;
  }

  /** Returns the body of an answer. */
  public byte[] body(ApiException error) {
    return json.bytes(error.body());
  }

  /** Returns the error to answer, and logs under the request id what went wrong inside. */
  public ApiException toError(Throwable cause, @Nullable String requestId) {
    OptionalInt status = statuses.apply(cause);
    if (status.isPresent()) {
      return ofStatus(status.getAsInt());
    }
    return switch (cause) {
      case ApiException error -> error;
      case HttpResponseException error -> ofStatus(error.getStatus());
      case IOException refused when refused.getCause() instanceof ApiException error -> error;
      case EOFException gone -> ApiException.badRequest("The request ended early");
      case InfrastructureException broken when broken.isTemporary() -> {
        LOG.log(Level.WARNING, "request " + requestId + " could not be served for now", broken);
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

  /** Returns the error for a status that Jetty or Javalin would answer. */
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
