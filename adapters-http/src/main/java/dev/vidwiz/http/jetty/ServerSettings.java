package dev.vidwiz.http.jetty;

import dev.vidwiz.http.web.WebAppSettings;
import java.net.InetAddress;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens, and to whom.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any that is free
 * @param corsOrigins the origins that browsers may call from; empty for any
 * @param trustedProxies who is believed about where a request comes from
 * @param receiving how long requests may take to arrive, and how much is held of them
 * @param webApp served where no route is; null serves none
 */
public record ServerSettings(
    String host,
    int port,
    Set<String> corsOrigins,
    Predicate<InetAddress> trustedProxies,
    ReceiveLimits receiving,
    @Nullable WebAppSettings webApp) {

  /** Keeps a copy of the origins. */
  public ServerSettings {
    corsOrigins = Set.copyOf(corsOrigins);
  }

  /** Settings with the usual limits for requests that arrive. */
  public ServerSettings(
      String host,
      int port,
      Set<String> corsOrigins,
      Predicate<InetAddress> trustedProxies,
      @Nullable WebAppSettings webApp) {
    this(host, port, corsOrigins, trustedProxies, ReceiveLimits.usual(), webApp);
  }
}
