package dev.vidwiz.http.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidwiz.http.jetty.ChunkWriter;
import io.javalin.http.Context;
import java.io.IOException;

/**
 * An answer that goes on: every event is written and flushed in one piece, however long it is. To
 * be used by the request's thread, which may block; that the client has left shows as an exception,
 * at the latest in the second heartbeat after it.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
public final class EventStream {

  private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(US_ASCII);

  /**
   * Jetty writes the line break that ends a chunk only when the next chunk begins, and some clients
   * (urllib3) keep a chunk to themselves until they have seen it: an empty comment brings it.
   */
  private static final byte[] END_OF_CHUNK = ":\n\n".getBytes(US_ASCII);

  private final ChunkWriter chunks;

  private EventStream(ChunkWriter chunks) {
    this.chunks = chunks;
  }

  /** Begins the answer. The headers leave with the first event. */
  public static EventStream open(Context ctx) throws IOException {
    ctx.contentType("text/event-stream");
    ctx.header("Cache-Control", "no-cache");
    ctx.header("X-Accel-Buffering", "no");
    return new EventStream(ChunkWriter.open(ctx));
  }

  /** Sends whole events, each ended by an empty line; the array is not changed. */
  public void send(byte[] events) throws IOException {
    chunks.write(events, END_OF_CHUNK);
  }

  /** Like {@link #send}, for what ends the stream: nothing comes after it. */
  public void sendLast(byte[] events) throws IOException {
    chunks.write(events);
  }

  /** Sends a comment, which clients ignore and proxies take for a sign of life. */
  public void keepAlive() throws IOException {
    chunks.write(KEEP_ALIVE);
  }
}
