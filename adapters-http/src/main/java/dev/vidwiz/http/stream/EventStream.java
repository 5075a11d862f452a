package dev.vidwiz.http.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.jspecify.annotations.Nullable;

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

  private final HttpOutput output;
  private final @Nullable ChunkWriter writer;
  private boolean begun;

  private EventStream(HttpOutput output, @Nullable ChunkWriter writer) {
    this.output = output;
    this.writer = writer;
  }

  /** Begins the answer. The headers leave with the first event. */
  public static EventStream open(Context ctx) throws IOException {
    ctx.contentType("text/event-stream");
    ctx.header("Cache-Control", "no-cache");
    ctx.header("X-Accel-Buffering", "no");
    // Javalin's own stream might compress, and a servlet's cuts at the size of its buffer.
    return new EventStream((HttpOutput) ctx.res().getOutputStream(), writer(ctx));
  }

  /** Sends whole events, each ended by an empty line; the array is not changed. */
  public void send(byte[] events) throws IOException {
    write(events, END_OF_CHUNK);
  }

  /** Like {@link #send}, for what ends the stream: nothing comes after it. */
  public void sendLast(byte[] events) throws IOException {
    write(events);
  }

  /** Sends a comment, which clients ignore and proxies take for a sign of life. */
  public void keepAlive() throws IOException {
    write(KEEP_ALIVE);
  }

  /** Returns null for clients that know no chunks. */
  private static @Nullable ChunkWriter writer(Context ctx) {
    ConnectionMetaData connection =
        ServletContextRequest.getServletContextRequest(ctx.req()).getConnectionMetaData();
    if (connection.getHttpVersion() != HttpVersion.HTTP_1_1) {
      return null;
    }
    // Else Jetty would do without when the connection is to be closed.
    ctx.header("Transfer-Encoding", "chunked");
    return new ChunkWriter(connection.getConnection().getEndPoint());
  }

  private void write(byte[]... chunks) throws IOException {
    if (begun && writer != null) {
      writer.write(chunks);
      return;
    }
    for (byte[] chunk : chunks) {
      output.write(ByteBuffer.wrap(chunk));
    }
    begun = true;
  }
}
