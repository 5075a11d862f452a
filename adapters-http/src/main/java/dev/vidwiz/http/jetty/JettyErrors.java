package dev.vidwiz.http.jetty;

import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.error.ErrorResponses;
import dev.vidwiz.http.monitor.OpenRequest;
import java.nio.ByteBuffer;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends errors that Jetty raises itself, such as too large headers, in the common error format. */
final class JettyErrors implements Request.Handler {

  /** Messages of Jetty about a path above the root, and about one with a NUL character. */
  private static final Set<String> REFUSED_PATHS = Set.of("Bad URI", "Illegal character in path");

  private final ErrorResponses errors;
  private final Envelope envelope;

  JettyErrors(ErrorResponses errors, Envelope envelope) {
    this.errors = errors;
    this.envelope = envelope;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!response.getHeaders().contains(OpenRequest.ID_HEADER)) {
      envelope.open(request, response);
    }
    if (response.getStatus() == HttpStatus.NOT_MODIFIED_304) {
      callback.succeeded();
      return true;
    }
    ApiException error = toError(request, response);
    response.setStatus(error.code().status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    if (error.code() == ErrorCode.REQUEST_TIMEOUT) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    response.write(true, ByteBuffer.wrap(errors.body(error)), callback);
    return true;
  }

  private ApiException toError(Request request, Response response) {
    Throwable cause = (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
    if (isOutsideRoot(request.getHttpURI(), cause)) {
      return ErrorResponses.ofStatus(ErrorCode.NOT_FOUND.status());
    }
    return cause == null
        ? ErrorResponses.ofStatus(response.getStatus())
        : errors.toError(cause, response.getHeaders().get(OpenRequest.ID_HEADER));
  }

  /**
   * Returns whether a path leads above the root, on this or another operating system, or contains a
   * NUL character.
   */
  private static boolean isOutsideRoot(HttpURI uri, @Nullable Throwable cause) {
    return uri.hasViolation(Violation.SUSPICIOUS_PATH_CHARACTERS)
        || (cause != null
            && cause.getCause() instanceof IllegalArgumentException refusal
            && REFUSED_PATHS.contains(String.valueOf(refusal.getMessage())));
  }
}
