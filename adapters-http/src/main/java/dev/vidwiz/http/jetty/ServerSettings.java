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
 * @param webApp served where no route is; null serves none
 */
public record ServerSettings(
    String host,
    int port,
    Set<String> corsOrigins,
    Predicate<InetAddress> trustedProxies,
    @Nullable WebAppSettings webApp) {

  /** Keeps a copy of the origins. */
  public ServerSettings {
    corsOrigins = Set.copyOf(corsOrigins);
  }
}
