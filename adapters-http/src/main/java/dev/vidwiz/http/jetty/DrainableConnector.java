package dev.vidwiz.http.jetty;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Accepts connections, and can stop listening without resetting any. The operating system completes
 * connections by itself, and resets those not accepted when listening ends. So the accepting thread
 * itself stops listening, right after it finds no waiting connection.
 */
final class DrainableConnector extends ServerConnector {

  private static final System.Logger LOG = System.getLogger(DrainableConnector.class.getName());
  private static final int TIMEOUT_MILLIS = 500;
  private static final int DEFAULT_SELECTORS = -1;

  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean closing;

  DrainableConnector(Server server, HttpConnectionFactory http) {
    super(server, 1, DEFAULT_SELECTORS, http);
  }

  /** Always false: {@link Drain} decides when open connections end. */
  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public void accept(int acceptorId) throws IOException {
    super.accept(acceptorId);
    if (closing) {
      acceptRest((ServerSocketChannel) getTransport());
      stopped.countDown();
      // Ends the acceptor thread.
      throw new ClosedByInterruptException();
    }
  }

  /** Accepts the connections that are waiting, and none after that. */
  void stopListening() throws InterruptedException {
    closing = true;
    wakeAcceptor();
    if (!stopped.await(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
      LOG.log(Level.WARNING, "some new connections may be reset");
    }
  }

  private void acceptRest(ServerSocketChannel listener) throws IOException {
    try (listener) {
      listener.configureBlocking(false);
      for (SocketChannel next = listener.accept(); next != null; next = listener.accept()) {
        next.configureBlocking(false);
        configure(next.socket());
        getSelectorManager().accept(next);
      }
    }
  }

  private void wakeAcceptor() {
    InetSocketAddress address = new InetSocketAddress(getHost(), getLocalPort());
    boolean wildcard = address.isUnresolved() || address.getAddress().isAnyLocalAddress();
    try (Socket socket = new Socket()) {
      socket.connect(
          wildcard
              ? new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort())
              : address,
          TIMEOUT_MILLIS);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "cannot connect to this server", e);
    }
  }
}
