package dev.vidwiz.persistence.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A network between a client and a server that can fail: connections are cut and refused, or
 * nothing comes through any more.
 */
public final class CuttableProxy implements AutoCloseable {

  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final String host;
  private final int port;
  private volatile boolean cut;
  private volatile CountDownLatch open = new CountDownLatch(0);

  /** Leads to a server, from a free local port. */
  public CuttableProxy(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    Thread.ofVirtual().start(this::accept);
  }

  /** Returns the port on which the server can be reached. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Ends all connections; new ones end at once. */
  public void cut() {
    cut = true;
    sockets.forEach(CuttableProxy::close);
  }

  /** Lets nothing through from now on, and does not tell. */
  public void freeze() {
    open = new CountDownLatch(1);
  }

  /** Lets new connections, and what was held up, through again. */
  public void restore() {
    cut = false;
    open.countDown();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
    open.countDown();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (cut) {
          client.close();
          continue;
        }
        Socket server = new Socket(host, port);
        Thread.ofVirtual().start(() -> copy(client, server));
        Thread.ofVirtual().start(() -> copy(server, client));
      } catch (IOException e) {
        // Closed, or the server is not there: the client notices.
      }
    }
  }

  private void copy(Socket from, Socket to) {
    sockets.add(from);
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        open.await();
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // Cut: both ends are closed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(from);
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
