package dev.vidwiz.persistence.database;

import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * Makes the sockets of connections whose server has to answer in time.
 *
 * @see <a href="https://jdbc.postgresql.org/documentation/use/#connection-parameters">The driver's
 *     parameter socketFactory</a>
 */
public final class WatchedSockets extends SocketFactory {

  private final Duration patience;

  /** The driver makes it, with what its parameter socketFactoryArg says: milliseconds. */
  public WatchedSockets(String patienceMillis) {
    this.patience = Duration.ofMillis(Long.parseLong(patienceMillis));
  }

  @Override
  public Socket createSocket() {
    return new WatchedSocket(patience);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }
}
