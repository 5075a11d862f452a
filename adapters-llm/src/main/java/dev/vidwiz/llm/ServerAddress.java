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
 * The URL of the model's server. It may have a query, which every request gets; end in {@code
 * /chat/completions}; contain a user; and have a host with {@code _}, as in container networks.
 */
record ServerAddress(URI base) {

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(?<user>[^@]*)@)?(?<site>(?<host>[\\w.-]+|\\[[^]]+])(?<port>:\\d*)?)");

  /**
   * Rejects URLs that cannot be requested.
   *
   * @throws IllegalArgumentException with a message that continues a name: "must…"
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

  /** Returns the user and password; null when there are none. */
  @Nullable String user() {
    String user = part(base, "user");
    return user.isEmpty() ? null : URI.create("http://" + user + "@host").getUserInfo();
  }

  /** Returns whether the query is Azure's, which takes the key in its own header. */
  boolean isAzure() {
    return String.valueOf(base.getQuery()).contains("api-version=");
  }

  /** Returns the URL without user, password and query. */
  String display() {
    return base.getScheme() + "://" + part(base, "site") + base.getRawPath();
  }

  /**
   * Starts a request to a path below the URL.
   *
   * @throws UnknownHostException when the host has {@code _} and cannot be resolved
   */
  HttpRequest.Builder request(String path) throws UnknownHostException {
    String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
    String below = base.getRawPath().replaceFirst("(/chat/completions)?/*$", "/" + path) + query;
    String site = part(base, "site");
    if (base.getHost() != null) {
      return HttpRequest.newBuilder(URI.create(base.getScheme() + "://" + site + below));
    }
    // java.net.URI finds no host in it, and the HTTP client rejects a URL without a host.
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
