package dev.vidwiz.bootstrap.network;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Selects a proxy by scheme, host and port. Immutable. */
final class Selector extends ProxySelector {

  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  private final @Nullable Route http;
  private final @Nullable Route https;
  private final BiPredicate<String, Integer> direct;

  Selector(@Nullable Route http, @Nullable Route https, BiPredicate<String, Integer> direct) {
    this.http = http;
    this.https = https;
    this.direct = direct;
  }

  /**
   * Also called for plain sockets, such as those to the database, which always connect directly.
   */
  @Override
  public List<Proxy> select(URI uri) {
    boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
    Route route = encrypted ? https : "http".equalsIgnoreCase(uri.getScheme()) ? http : null;
    if (route == null || uri.getHost() == null) {
      return DIRECT;
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : encrypted ? 443 : 80;
    return direct.test(uri.getHost(), port) ? DIRECT : List.of(route.proxy());
  }

  /** There is no other proxy to select, and the client reports the failure. */
  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException why) {}
}
