package dev.vidwiz.bootstrap.network;

import dev.vidwiz.bootstrap.settings.ProxyUrl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The way to a proxy, as far as the JDK's clients see it.
 *
 * @param host the proxy's, or this machine's where a relay stands between
 */
record Route(String host, int port, ProxyUrl.@Nullable Login login) {

  /** Opens the way. The JDK speaks to proxies in the clear only, so TLS takes a relay. */
  static Route over(ProxyUrl proxy) {
    return proxy.tls()
        ? relayed(proxy, (SSLSocketFactory) SSLSocketFactory.getDefault())
        : new Route(proxy.host(), proxy.port(), proxy.login());
  }

  static Route relayed(ProxyUrl proxy, SSLSocketFactory tls) {
    TlsRelay relay = TlsRelay.start(proxy.host(), proxy.port(), tls);
    return new Route(
        InetAddress.getLoopbackAddress().getHostAddress(), relay.port(), proxy.login());
  }

  /** Returns it as the JDK knows it; the name is looked up for each connection. */
  Proxy proxy() {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }
}
