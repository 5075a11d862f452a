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
 * A door on this machine to a proxy that wants TLS: what comes in goes there encrypted, and back.
 * Each connection takes two virtual threads. It stays open for as long as the process lives.
 */
final class TlsRelay {

  private static final System.Logger LOG = System.getLogger(TlsRelay.class.getName());
  private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();
  private static final long PAUSE = Duration.ofMillis(100).toNanos();
  private static final int BACKLOG = 256;
  private static final int HEAD = 16 << 10;
  private static final byte[] BAD_GATEWAY =
      "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(US_ASCII);

  private final ServerSocket door;
  private final InetSocketAddress proxy;
  private final SSLSocketFactory tls;
  private final AtomicReference<String> trouble = new AtomicReference<>("");

  private TlsRelay(ServerSocket door, InetSocketAddress proxy, SSLSocketFactory tls) {
    this.door = door;
    this.proxy = proxy;
    this.tls = tls;
  }

  /** Opens one; no connection is made yet, and no virtual thread. */
  static TlsRelay start(String host, int port, SSLSocketFactory tls) {
    try {
      ServerSocket door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
      TlsRelay relay = new TlsRelay(door, InetSocketAddress.createUnresolved(host, port), tls);
      Thread.ofPlatform().daemon().name("proxy-relay").start(relay::acceptAll);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  private void acceptAll() {
    while (true) {
      try {
        Socket client = door.accept();
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
        trouble.set("");
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
    wire.connect(new InetSocketAddress(proxy.getHostString(), proxy.getPort()), PATIENCE);
    wire.setSoTimeout(PATIENCE);
    SSLSocket server =
        (SSLSocket) tls.createSocket(wire, proxy.getHostString(), proxy.getPort(), true);
    SSLParameters parameters = server.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    server.setSSLParameters(parameters);
    server.startHandshake();
    server.setSoTimeout(0);
    return server;
  }

  /** Tells the client as a proxy would, and the log once for each reason. */
  private void refuse(Socket client, IOException why) throws IOException {
    String reason = why.toString();
    if (!reason.equals(trouble.getAndSet(reason))) {
      LOG.log(Level.WARNING, "the proxy https://{0} cannot be reached: {1}", proxyName(), reason);
    }
    client.setSoTimeout(PATIENCE);
    // What is not read would cut the answer off.
    client.getInputStream().readNBytes(client.getInputStream().available());
    client.getOutputStream().write(BAD_GATEWAY);
    client.shutdownOutput();
    client.getInputStream().readNBytes(HEAD);
  }

  private String proxyName() {
    return proxy.getHostString() + ":" + proxy.getPort();
  }

  /** Copies until one end closes, and then closes the other: the JDK's clients close both ways. */
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
