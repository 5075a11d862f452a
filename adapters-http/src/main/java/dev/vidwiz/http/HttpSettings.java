package dev.vidwiz.http;

import dev.vidwiz.http.limit.RateLimits;
import dev.vidwiz.http.web.WebAppSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP server has to know.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any that is free
 * @param zone in which times are written
 */
public record HttpSettings(
    String host, int port, Keys keys, ZoneId zone, Browsers browsers, Clients clients) {

  /**
   * What is there for browsers.
   *
   * @param corsOrigins the origins that they may call from; empty for any
   * @param apiDocs whether the API is described, at /openapi.json and /docs
   * @param webApp served where no route is; null serves none
   */
  public record Browsers(
      Set<String> corsOrigins, boolean apiDocs, @Nullable WebAppSettings webApp) {

    /** Keeps a copy of the origins. */
    public Browsers {
      corsOrigins = Set.copyOf(corsOrigins);
    }
  }

  /**
   * How clients are told apart and held back.
   *
   * @param trustedProxies whose word on where a request comes from is believed
   */
  public record Clients(Predicate<InetAddress> trustedProxies, RateLimits limits) {}

  /**
   * By what callers are known. What is null makes the calls that need it answer 500.
   *
   * @param secretKey signs the tokens of users
   * @param adminToken opens {@code /v2/internal}
   * @param tokenLifetime how long the token of a login is good
   * @param googleClientId to whom Google's ID tokens must be addressed
   */
  public record Keys(
      @Nullable String secretKey,
      @Nullable String adminToken,
      Duration tokenLifetime,
      @Nullable String googleClientId) {

    /** An empty text counts as none. */
    public Keys {
      secretKey = emptyToNull(secretKey);
      adminToken = emptyToNull(adminToken);
      googleClientId = emptyToNull(googleClientId);
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
      return text == null || text.isEmpty() ? null : text;
    }

    /** Leaves out what must not reach a log. */
    @Override
    public String toString() {
      return "Keys[tokenLifetime=" + tokenLifetime + ", googleClientId=" + googleClientId + "]";
    }
  }
}
