package dev.vidwiz.persistence.postgres;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;

/**
 * Closes when a read brings nothing for a while, in which it looks five times. A timeout of the
 * socket's own would have each read of a virtual thread set a timer and take it back, which costs
 * more than the rest of the read; where one is set, it alone counts.
 */
final class WatchedSocket extends Socket {

  private static final long NOT_READING = 0;

  private final Duration timeout;
  private volatile long readingSince = NOT_READING;
  private volatile boolean givenUp;

  WatchedSocket(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public void connect(SocketAddress address, int timeoutMillis) throws IOException {
    super.connect(address, timeoutMillis);
    Thread.ofVirtual().name("socket-watch").start(this::watch);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new WatchedInput(super.getInputStream());
  }

  private void watch() {
    try {
      while (!isClosed()) {
        Thread.sleep(timeout.dividedBy(5));
        if (isOverdue()) {
          givenUp = true;
          close();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  private boolean isOverdue() throws IOException {
    long since = readingSince;
    return since != NOT_READING
        && System.nanoTime() - since > timeout.toNanos()
        && getSoTimeout() == 0;
  }

  private final class WatchedInput extends FilterInputStream {

    WatchedInput(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      readingSince = System.nanoTime() | 1;
      try {
        return super.read(buffer, offset, length);
      } catch (SocketException e) {
        // No SocketTimeoutException: after one, the driver reads on.
        throw givenUp ? new IOException("nothing came for " + timeout.toMillis() + " ms", e) : e;
      } finally {
        readingSince = NOT_READING;
      }
    }
  }
}
