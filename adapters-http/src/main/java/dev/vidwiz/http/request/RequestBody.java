package dev.vidwiz.http.request;

import dev.vidwiz.application.concurrent.CarrierThread;
import dev.vidwiz.application.concurrent.LargeWork;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.json.JsonBody;
import dev.vidwiz.http.json.JsonValue;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The body of one request, limited in size. There is one object per request; only the request's
 * thread uses it.
 */
public final class RequestBody {

  private static final String ATTRIBUTE = RequestBody.class.getName();

  /** A longer body is not discarded: the connection is closed. */
  private static final long MAX_DISCARDED = 64L << 20;

  private static final int FEW_BYTES = 8 << 10;
  private static final int PART = 64 << 10;

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

  /** Returns whether the body has, or may have, more than a few kilobytes. */
  public boolean mayBeLong() {
    return declared() < 0 || declared() > FEW_BYTES;
  }

  /**
   * Parses the body; reading beyond the limit throws an {@link ApiException} with status 413. What
   * was read of a transcript is large and counts until the response.
   */
  JsonBody read(Set<String> known, BiConsumer<String, JsonValue> watcher) throws IOException {
    boolean transcript = limit == BodyLimit.TRANSCRIPT;
    JsonBody body = read(bytes -> JsonBody.read(bytes, transcript, known, watcher));
    if (!transcript) {
      release();
    }
    return body;
  }

  /**
   * A large body is received before it is parsed, so that the parsing thread never waits for a slow
   * client.
   */
  private JsonBody read(Parser parser) throws IOException {
    if (declared() >= 0 && declared() <= LargeWork.THRESHOLD) {
      return parser.parse(new Limited());
    }
    List<InputStream> parts = new ArrayList<>();
    byte[] first = new Limited().readNBytes(LargeWork.THRESHOLD);
    parts.add(new ByteArrayInputStream(first));
    if (first.length == LargeWork.THRESHOLD) {
      // The request may be rejected before the rest is received.
      if (parser.parse(new ByteArrayInputStream(first)) instanceof JsonBody.TooLong tooLong) {
        return tooLong;
      }
      receiveRest(parts);
    }
    return LargeWork.run(
        count, () -> parser.parse(new SequenceInputStream(Collections.enumeration(parts))));
  }

  private void receiveRest(List<InputStream> parts) throws IOException {
    byte[] part;
    do {
      part = new Limited().readNBytes(PART);
      parts.add(new ByteArrayInputStream(part));
    } while (part.length == PART);
  }

  private long declared() {
    return ctx.req().getContentLengthLong();
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
    release();
    if (ctx.req().getHeader("Expect") != null && count == 0) {
      return;
    }
    byte[] buffer = new byte[8192];
    try {
      InputStream in = ctx.req().getInputStream();
      while (!ended && ctx.req().getContentLengthLong() <= max && count < max) {
        CarrierThread.letOthersRun();
        int n = in.read(buffer);
        ended = n < 0;
        count += Math.max(n, 0);
      }
    } catch (IOException e) {
      // The client has disconnected or sent a malformed body.
      ended = true;
    }
  }

  /** Ends the count of the body's bytes: they are not kept in memory any more. */
  public void release() {
    if (ctx.req().getAttribute(IncomingBody.ATTRIBUTE) instanceof IncomingBody incoming) {
      incoming.release();
    }
  }

  private ApiException tooLarge() {
    return new ApiException(
        ErrorCode.PAYLOAD_TOO_LARGE,
        "The request body must have at most " + limit.bytes() + " bytes");
  }

  private interface Parser {
    JsonBody parse(InputStream bytes) throws IOException;
  }

  private final class Limited extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (count > FEW_BYTES) {
        CarrierThread.letOthersRun();
      }
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
