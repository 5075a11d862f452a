package dev.vidwiz.http.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidwiz.http.jetty.ChunkWriter;
import io.javalin.http.Context;
import java.io.Closeable;
import java.io.IOException;

/**
 * A response with server-sent events. Each event is written and flushed as one chunk, whatever its
 * length. Used by the request's thread, which may block. After the client disconnects, a write
 * throws, at the latest the second keep-alive.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
public final class EventStream implements Closeable {

  private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(US_ASCII);

  /** A comment without an empty line, so that no parser takes it for an event. */
  private static final byte[] END = ":\n".getBytes(US_ASCII);

  private final ChunkWriter chunks;

  private EventStream(ChunkWriter chunks) {
    this.chunks = chunks;
  }

  /** Starts the response. The headers are sent with the first event. */
  public static EventStream open(Context ctx) throws IOException {
    ctx.contentType("text/event-stream");
    ctx.header("Cache-Control", "no-cache");
    ctx.header("X-Accel-Buffering", "no");
    return new EventStream(ChunkWriter.open(ctx));
  }

  /** Sends whole events, each ended by an empty line. The array is not modified. */
  public void send(byte[] events) throws IOException {
    chunks.write(events);
  }

  /** Like {@link #send}, for the last events of the stream. */
  public void sendLast(byte[] events) throws IOException {
    chunks.writeLast(events);
  }

  /** Sends a comment: clients ignore it, and proxies keep the connection open. */
  public void keepAlive() throws IOException {
    chunks.write(KEEP_ALIVE);
  }

  /** Ends a stream that got no last event. */
  @Override
  public void close() throws IOException {
    if (chunks.isUnfinished()) {
      chunks.writeLast(END);
    }
  }
}
