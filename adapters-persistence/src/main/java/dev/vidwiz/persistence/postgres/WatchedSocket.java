package dev.vidwiz.persistence.postgres;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;

/**
 * A socket that closes itself when a read takes longer than a timeout, checked at a fifth of it. A
 * regular socket timeout sets and cancels a timer for each read of a virtual thread, which costs
 * more than the rest of the read. If one is set, only that applies.
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
      // The socket is closed nevertheless.
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
        // Not a SocketTimeoutException, after which the driver would read again.
        throw givenUp ? new IOException("no data for " + timeout.toMillis() + " ms", e) : e;
      } finally {
        readingSince = NOT_READING;
      }
    }
  }
}
