package dev.vidwiz.http.jetty;

import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.request.BodiesInFlight;
import dev.vidwiz.http.request.IncomingBody;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body has a time limit and is counted in {@link BodiesInFlight}. When a limit is
 * exceeded, the next read fails with an exception whose cause is the {@link ApiException} to
 * respond with, and the response closes the connection. A blocked reader is woken by the idle
 * timeout of the connection, which is set to the remaining time. Only the thread that reads the
 * body uses it.
 */
final class MeteredBody extends Request.Wrapper implements IncomingBody {

  private static final String RETRY_AFTER_SECONDS = "5";

  private final Response response;
  private final ReceiveLimits limits;
  private final BodiesInFlight.Share share;
  private final EndPoint client;
  private final long usualIdleTimeout;
  private long received;
  private @Nullable BodyDeadline deadline;
  private Content.@Nullable Chunk refusal;

  MeteredBody(
      Request request, Response response, ReceiveLimits limits, BodiesInFlight.Share share) {
    super(request);
    this.response = response;
    this.limits = limits;
    this.share = share;
    this.client = request.getConnectionMetaData().getConnection().getEndPoint();
    this.usualIdleTimeout = client.getIdleTimeout();
    request.setAttribute(ATTRIBUTE, this);
    Request.addCompletionListener(request, failure -> release());
  }

  static boolean isExpected(Request request) {
    return request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  @Override
  public void release() {
    share.release();
  }

  @Override
  public Content.@Nullable Chunk read() {
    if (refusal == null) {
      ApiException error = error();
      if (error != null) {
        refuse(error);
      }
    }
    return refusal == null ? count(super.read()) : refusal;
  }

  /** Limits the wait for more bytes to the remaining time. */
  @Override
  public void demand(Runnable whenReady) {
    if (!limits.body().isZero()) {
      client.setIdleTimeout(Math.max(1, deadline().nanosLeft() / 1_000_000));
    }
    super.demand(whenReady);
  }

  /** A complete body is never refused, because nothing more has to be read. */
  private @Nullable ApiException error() {
    if (getLength() >= 0 && received >= getLength()) {
      return null;
    }
    if (share.isBeyondLimit()) {
      return tooMany();
    }
    return !limits.body().isZero() && deadline().nanosLeft() < 0 ? tooSlow() : null;
  }

  /** The time starts with the first read. */
  private BodyDeadline deadline() {
    if (deadline == null) {
      deadline = new BodyDeadline(limits);
    }
    return deadline;
  }

  private Content.@Nullable Chunk count(Content.@Nullable Chunk chunk) {
    if (chunk == null) {
      return null;
    }
    if (Content.Chunk.isFailure(chunk)) {
      return chunk.getFailure() instanceof TimeoutException ? refuse(tooSlow()) : chunk;
    }
    received += chunk.remaining();
    share.add(chunk.remaining());
    deadline().extend(chunk.remaining());
    if (chunk.isLast() && client.getIdleTimeout() != usualIdleTimeout) {
      client.setIdleTimeout(usualIdleTimeout);
    }
    return chunk;
  }

  private Content.Chunk refuse(ApiException error) {
    client.setIdleTimeout(usualIdleTimeout);
    if (!response.isCommitted()) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      if (error.code() == ErrorCode.SERVICE_UNAVAILABLE) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
      }
    }
    Content.Chunk chunk = Content.Chunk.from(new IOException(error), true);
    refusal = chunk;
    return chunk;
  }

  private static ApiException tooSlow() {
    return new ApiException(ErrorCode.REQUEST_TIMEOUT, "The request took too long to arrive");
  }

  private static ApiException tooMany() {
    return new ApiException(
        ErrorCode.SERVICE_UNAVAILABLE,
        "The server is receiving too much right now, please try again soon");
  }
}
