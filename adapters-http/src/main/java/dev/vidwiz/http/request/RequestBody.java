package dev.vidwiz.http.request;

import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of one request, limited in size. There is one object per request; only the request's
 * thread uses it.
 */
public final class RequestBody {

  private static final String ATTRIBUTE = RequestBody.class.getName();

  /** A longer body is not discarded: the connection is closed. */
  private static final long MAX_DISCARDED = 64L << 20;

  private final Context ctx;
  private final BodyLimit limit;
  private long count;
  private boolean ended;

  private RequestBody(Context ctx) {
    this.ctx = ctx;
    this.limit = BodyLimit.of(ctx.routeRoles());
  }

  /** Returns the body of a request, with the limit of its route. */
  public static RequestBody of(Context ctx) {
    RequestBody known = ctx.attribute(ATTRIBUTE);
    if (known != null) {
      return known;
    }
    RequestBody body = new RequestBody(ctx);
    ctx.attribute(ATTRIBUTE, body);
    return body;
  }

  /** Rejects a body whose declared length is too large. */
  public void checkDeclaredLength() {
    if (ctx.req().getContentLengthLong() > limit.bytes()) {
      throw tooLarge();
    }
  }

  /** Returns the bytes; reading beyond the limit throws an {@link ApiException} with status 413. */
  public InputStream stream() {
    return new Limited();
  }

  /**
   * Reads and discards the rest, so that the client receives the error response. A body beyond the
   * limit throws an {@link ApiException} with status 413, which has priority over other errors.
   */
  public void discardRest() {
    discard(MAX_DISCARDED);
    if (ctx.req().getContentLengthLong() > limit.bytes() || count > limit.bytes()) {
      throw tooLarge();
    }
  }

  /** Like {@link #discardRest}, but stops at the limit and never throws. */
  public void discardUpToLimit() {
    discard(limit.bytes());
  }

  private void discard(long max) {
    if (ctx.req().getHeader("Expect") != null && count == 0) {
      return;
    }
    byte[] buffer = new byte[8192];
    try {
      InputStream in = ctx.req().getInputStream();
      while (!ended && ctx.req().getContentLengthLong() <= max && count < max) {
        int n = in.read(buffer);
        ended = n < 0;
        count += Math.max(n, 0);
      }
    } catch (IOException e) {
      // The client has disconnected or sent a malformed body.
      ended = true;
    }
  }

  private ApiException tooLarge() {
    return new ApiException(
        ErrorCode.PAYLOAD_TOO_LARGE,
        "The request body must have at most " + limit.bytes() + " bytes");
  }

  private final class Limited extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = ctx.req().getInputStream().read(buffer, offset, length);
      ended = n < 0;
      count += Math.max(n, 0);
      if (count > limit.bytes()) {
        throw tooLarge();
      }
      return n;
    }
  }
}
