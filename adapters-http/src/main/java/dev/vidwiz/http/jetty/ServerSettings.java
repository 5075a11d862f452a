package dev.vidwiz.http.jetty;

import dev.vidwiz.http.web.WebAppSettings;
import java.net.InetAddress;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the listening socket and of client access.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any free port
 * @param corsOrigins the origins that browsers may call from; empty for all
 * @param trustedProxies the proxies whose forwarding headers are trusted
 * @param receiving the limits for incoming requests
 * @param webApp served at all paths without a route; null for none
 */
public record ServerSettings(
    String host,
    int port,
    Set<String> corsOrigins,
    Predicate<InetAddress> trustedProxies,
    ReceiveLimits receiving,
    @Nullable WebAppSettings webApp) {

  /** Copies the origins. */
  public ServerSettings {
    corsOrigins = Set.copyOf(corsOrigins);
  }
}
