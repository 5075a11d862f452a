package dev.vidwiz.http;

import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorAnswers;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers in our shape what Jetty refuses by itself, such as headers that are too large. */
final class JettyErrors implements Request.Handler {

  private final ErrorAnswers errors;
  private final Envelope envelope;

  JettyErrors(ErrorAnswers errors, Envelope envelope) {
    this.errors = errors;
    this.envelope = envelope;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!response.getHeaders().contains(Envelope.REQUEST_ID)) {
      envelope.open(request, response);
    }
    ApiException error = toError(request, response);
    response.setStatus(error.code().status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(errors.body(error)), callback);
    return true;
  }

  private ApiException toError(Request request, Response response) {
    return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable cause
        ? errors.toError(cause, response.getHeaders().get(Envelope.REQUEST_ID))
        : ErrorAnswers.ofStatus(response.getStatus());
  }
}
