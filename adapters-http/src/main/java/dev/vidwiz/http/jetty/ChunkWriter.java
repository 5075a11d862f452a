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
 * Sends a response in chunks, each whole, whatever its length. Jetty writes the first chunks. Later
 * ones bypass it and share one write, which takes half the time. Jetty may write more chunks after
 * them: like Jetty, this class writes the line break after a chunk only before the next. Used by
 * the request's thread, which may block.
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
   * Writes chunks.
   *
   * @throws IOException when the client has disconnected or does not read; the connection is then
   *     closed
   */
  public void write(byte[]... chunks) throws IOException {
    if (begun && client != null) {
      write(client, chunks);
      return;
    }
    for (byte[] chunk : chunks) {
      output.write(ByteBuffer.wrap(chunk));
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

  private static void write(EndPoint client, byte[]... chunks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] chunk : chunks) {
      bytes.writeBytes(LINE_BREAK);
      bytes.writeBytes(Integer.toHexString(chunk.length).getBytes(US_ASCII));
      bytes.writeBytes(LINE_BREAK);
      bytes.writeBytes(chunk);
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
