package dev.vidwiz.llm;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a model's server is asked. The base may carry a query, which goes with every request, end
 * in {@code /chat/completions}, name a user, and have a host with {@code _}, as containers do.
 */
record ServerAddress(URI base) {

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(?<user>[^@]*)@)?(?<site>(?<host>[\\w.-]+|\\[[^]]+])(?<port>:\\d*)?)");

  /**
   * Refuses what no request can go to.
   *
   * @throws IllegalArgumentException whose message goes on from a name: "must…"
   */
  ServerAddress {
    String scheme = String.valueOf(base.getScheme());
    boolean https = scheme.equalsIgnoreCase("https");
    if (!(https || scheme.equalsIgnoreCase("http")) || part(base, "host").isEmpty()) {
      throw new IllegalArgumentException("must be an http:// or https:// address");
    }
    if (base.getHost() == null && (https || !part(base, "host").contains("_"))) {
      throw new IllegalArgumentException("must have a host's name that can be asked by its scheme");
    }
    if (base.getRawFragment() != null) {
      throw new IllegalArgumentException("must have no #, as nothing behind it is ever sent");
    }
  }

  /** Returns user and password; null when the base names none. */
  @Nullable String user() {
    String user = part(base, "user");
    return user.isEmpty() ? null : URI.create("http://" + user + "@host").getUserInfo();
  }

  /** Tells whether the base has the query of Azure, which takes keys in a header of its own. */
  boolean isAzure() {
    return String.valueOf(base.getQuery()).contains("api-version=");
  }

  /** Returns the base without user, password and query. */
  String shown() {
    return base.getScheme() + "://" + part(base, "site") + base.getRawPath();
  }

  /**
   * Begins a request to a path below the base.
   *
   * @throws UnknownHostException when the host has {@code _} and is not known
   */
  HttpRequest.Builder request(String path) throws UnknownHostException {
    String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
    String below = base.getRawPath().replaceFirst("(/chat/completions)?/*$", "/" + path) + query;
    String site = part(base, "site");
    if (base.getHost() != null) {
      return HttpRequest.newBuilder(URI.create(base.getScheme() + "://" + site + below));
    }
    // java.net.URI sees no host there, and the client refuses what has none.
    InetAddress host = InetAddress.getByName(part(base, "host"));
    String literal = host.getHostAddress();
    String ip = host instanceof Inet6Address ? "[" + literal + "]" : literal;
    String port = site.substring(part(base, "host").length());
    return HttpRequest.newBuilder(URI.create("http://" + ip + port + below)).header("Host", site);
  }

  private static String part(URI base, String name) {
    Matcher authority = AUTHORITY.matcher(String.valueOf(base.getRawAuthority()));
    return authority.matches() ? Objects.requireNonNullElse(authority.group(name), "") : "";
  }
}
