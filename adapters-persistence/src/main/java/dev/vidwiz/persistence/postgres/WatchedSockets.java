package dev.vidwiz.persistence.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The factory of {@link WatchedSocket}s.
 *
 * @see <a href="https://jdbc.postgresql.org/documentation/use/#connection-parameters">The driver's
 *     parameter socketFactory</a>
 */
public final class WatchedSockets extends SocketFactory {

  private final Duration timeout;

  /** Called by the driver with its parameter socketFactoryArg, in milliseconds. */
  public WatchedSockets(String timeoutMillis) {
    this.timeout = Duration.ofMillis(Long.parseLong(timeoutMillis));
  }

  @Override
  public Socket createSocket() {
    return new WatchedSocket(timeout);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connect(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connect(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connect(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connect(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  /** Connects from an address; null for any. */
  private Socket connect(InetSocketAddress to, @Nullable InetSocketAddress from)
      throws IOException {
    Socket socket = createSocket();
    try {
      socket.bind(from);
      socket.connect(to);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
