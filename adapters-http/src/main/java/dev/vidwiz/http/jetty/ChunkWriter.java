package dev.vidwiz.http.jetty;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Sends a response in chunks, each whole, whatever its length, and complete at once. Jetty writes
 * the line break after a chunk only before the next one, but some clients (urllib3) deliver a chunk
 * only after that line break. So Jetty writes only the first chunk and the end of the response. The
 * other chunks bypass it, and so does the line break after the first; the last one has none,
 * because Jetty writes it. Used by the request's thread, which may block.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112: Chunked Transfer
 *     Coding</a>
 */
public final class ChunkWriter {

  private static final byte[] LINE_BREAK = "\r\n".getBytes(US_ASCII);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpOutput output;
  private final @Nullable EndPoint client;
  private boolean begun;
  private boolean ended;

  private ChunkWriter(HttpOutput output, @Nullable EndPoint client) {
    this.output = output;
    this.client = client;
  }

  /** Starts the response; status and headers are sent with the first chunk. */
  public static ChunkWriter open(Context ctx) throws IOException {
    // Javalin's own stream could compress, and a servlet's splits at its buffer size.
    return new ChunkWriter((HttpOutput) ctx.res().getOutputStream(), client(ctx));
  }

  /**
   * Writes a chunk that is not the last one.
   *
   * @throws IOException when the client has disconnected or does not read; the connection is then
   *     closed
   */
  public void write(byte[] chunk) throws IOException {
    write(chunk, LINE_BREAK);
  }

  /**
   * Writes the last chunk. Each response that has any must end so.
   *
   * @throws IOException as {@link #write}
   */
  public void writeLast(byte[] chunk) throws IOException {
    ended = true;
    write(chunk, new byte[0]);
  }

  /** Tells whether the last chunk that was written must be followed by another one. */
  public boolean isUnfinished() {
    return begun && !ended && client != null;
  }

  private void write(byte[] chunk, byte[] after) throws IOException {
    if (client == null) {
      output.write(ByteBuffer.wrap(chunk));
    } else if (begun) {
      byte[] length = Integer.toHexString(chunk.length).getBytes(US_ASCII);
      send(client, length, LINE_BREAK, chunk, after);
    } else {
      output.write(ByteBuffer.wrap(chunk));
      if (!ended) {
        send(client, after);
      }
    }
    begun = true;
  }

  /** Returns null for HTTP/1.0 clients, which do not support chunks. */
  private static @Nullable EndPoint client(Context ctx) {
    ConnectionMetaData connection =
        ServletContextRequest.getServletContextRequest(ctx.req()).getConnectionMetaData();
    if (connection.getHttpVersion() != HttpVersion.HTTP_1_1) {
      return null;
    }
    // Otherwise Jetty sends no chunks when the connection will be closed.
    ctx.header("Transfer-Encoding", "chunked");
    return connection.getConnection().getEndPoint();
  }

  private static void send(EndPoint client, byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
    try {
      Callback.Completable.with(written -> client.write(written, all))
          .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      client.close();
      throw new IOException("the client does not read the response", e);
    } catch (InterruptedException e) {
      client.close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while sending", e);
    }
  }
}
