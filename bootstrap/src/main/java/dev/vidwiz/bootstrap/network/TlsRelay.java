package dev.vidwiz.bootstrap.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Forwards connections from a local port to a proxy with TLS, in both directions. Each connection
 * uses two virtual threads. The port stays open until the process ends.
 */
final class TlsRelay {

  private static final System.Logger LOG = System.getLogger(TlsRelay.class.getName());
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(10).toMillis();
  private static final long PAUSE = Duration.ofMillis(100).toNanos();
  private static final int BACKLOG = 256;
  private static final int MAX_HEAD = 16 << 10;
  private static final byte[] BAD_GATEWAY =
      "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(US_ASCII);

  private final ServerSocket serverSocket;
  private final InetSocketAddress proxy;
  private final SSLSocketFactory tls;
  private final AtomicReference<String> lastFailure = new AtomicReference<>("");

  private TlsRelay(ServerSocket serverSocket, InetSocketAddress proxy, SSLSocketFactory tls) {
    this.serverSocket = serverSocket;
    this.proxy = proxy;
    this.tls = tls;
  }

  /** Opens the port; does not connect to the proxy or start a virtual thread yet. */
  static TlsRelay start(String host, int port, SSLSocketFactory tls) {
    try {
      ServerSocket serverSocket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
      TlsRelay relay =
          new TlsRelay(serverSocket, InetSocketAddress.createUnresolved(host, port), tls);
      Thread.ofPlatform().daemon().name("proxy-relay").start(relay::acceptAll);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return serverSocket.getLocalPort();
  }

  private void acceptAll() {
    while (true) {
      try {
        Socket client = serverSocket.accept();
        Thread.ofVirtual().start(() -> relay(client));
      } catch (IOException e) {
        LOG.log(Level.WARNING, "a connection to the proxy could not be accepted", e);
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  private void relay(Socket client) {
    try (client;
        Socket wire = new Socket(Proxy.NO_PROXY)) {
      SSLSocket server;
      try {
        server = connect(wire);
        lastFailure.set("");
      } catch (IOException e) {
        refuse(client, e);
        return;
      }
      try (server) {
        Thread back = Thread.ofVirtual().start(() -> copy(server, client));
        copy(client, server);
        back.join();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a connection to the proxy broke", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SSLSocket connect(Socket wire) throws IOException {
    wire.connect(new InetSocketAddress(proxy.getHostString(), proxy.getPort()), TIMEOUT_MILLIS);
    wire.setSoTimeout(TIMEOUT_MILLIS);
    SSLSocket server =
        (SSLSocket) tls.createSocket(wire, proxy.getHostString(), proxy.getPort(), true);
    SSLParameters parameters = server.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    server.setSSLParameters(parameters);
    server.startHandshake();
    server.setSoTimeout(0);
    return server;
  }

  /** Answers the client like a proxy, and logs each new reason once. */
  private void refuse(Socket client, IOException why) throws IOException {
    String reason = why.toString();
    if (!reason.equals(lastFailure.getAndSet(reason))) {
      LOG.log(Level.WARNING, "the proxy https://{0} cannot be reached: {1}", proxyName(), reason);
    }
    client.setSoTimeout(TIMEOUT_MILLIS);
    // Unread data would cut off the answer when the socket is closed.
    client.getInputStream().readNBytes(client.getInputStream().available());
    client.getOutputStream().write(BAD_GATEWAY);
    client.shutdownOutput();
    client.getInputStream().readNBytes(MAX_HEAD);
  }

  private String proxyName() {
    return proxy.getHostString() + ":" + proxy.getPort();
  }

  /**
   * Copies until one end closes, then closes the other: the JDK's clients always close both
   * directions.
   */
  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a connection to the proxy ended", e);
    }
  }
}
