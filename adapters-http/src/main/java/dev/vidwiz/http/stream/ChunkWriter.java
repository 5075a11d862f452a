package dev.vidwiz.http.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * Sends chunks past Jetty, two in one write, which takes half the time. Jetty must have written a
 * chunk before, and may write others after: it leaves the line break behind a chunk to the next,
 * and so is it done here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112: Chunked Transfer
 *     Coding</a>
 */
final class ChunkWriter {

  private static final byte[] LINE_BREAK = "\r\n".getBytes(US_ASCII);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EndPoint client;

  ChunkWriter(EndPoint client) {
    this.client = client;
  }

  /** Writes two chunks; a client that does not take them is cut off. */
  void write(byte[] first, byte[] second) throws IOException {
    byte[] firstSize = size(first);
    byte[] secondSize = size(second);
    ByteBuffer bytes =
        ByteBuffer.allocate(
            firstSize.length
                + first.length
                + secondSize.length
                + second.length
                + 4 * LINE_BREAK.length);
    put(bytes, firstSize, first);
    put(bytes, secondSize, second);
    try {
      Callback.Completable.with(written -> client.write(written, bytes.flip()))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      client.close();
      throw new IOException("the client does not take what is sent", e);
    } catch (InterruptedException e) {
      client.close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while sending", e);
    }
  }

  private static byte[] size(byte[] chunk) {
    return Integer.toHexString(chunk.length).getBytes(US_ASCII);
  }

  private static void put(ByteBuffer bytes, byte[] size, byte[] chunk) {
    bytes.put(LINE_BREAK).put(size).put(LINE_BREAK).put(chunk);
  }
}
