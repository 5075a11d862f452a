package dev.vidwiz.bootstrap.network;

import dev.vidwiz.bootstrap.settings.ProxyUrl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The address of a proxy for the JDK's clients.
 *
 * @param host the host of the proxy, or this machine when a relay connects to the proxy
 */
record Route(String host, int port, ProxyUrl.@Nullable Login login) {

  /** Returns the route to a proxy. The JDK cannot use TLS to proxies, so TLS needs a relay. */
  static Route to(ProxyUrl proxy) {
    return proxy.tls()
        ? relayed(proxy, (SSLSocketFactory) SSLSocketFactory.getDefault())
        : new Route(proxy.host(), proxy.port(), proxy.login());
  }

  static Route relayed(ProxyUrl proxy, SSLSocketFactory tls) {
    TlsRelay relay = TlsRelay.start(proxy.host(), proxy.port(), tls);
    return new Route(
        InetAddress.getLoopbackAddress().getHostAddress(), relay.port(), proxy.login());
  }

  /** Returns the JDK's form; the name is resolved for each connection. */
  Proxy proxy() {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }
}
