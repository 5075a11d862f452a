package dev.vidwiz.bootstrap.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a proxy.
 *
 * @param tls whether the connection to the proxy itself is encrypted ({@code https://})
 * @param host a name or an address; an IPv6 address has no brackets
 * @param login null for a proxy without authentication
 */
public record ProxyUrl(boolean tls, String host, int port, @Nullable Login login) {

  /** The credentials for the proxy. */
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return user + ":" + DatabaseUrl.MASK;
    }
  }

  /** Parses an address; {@code http://} may be left out. */
  static final Kind<ProxyUrl> KIND =
      ((Kind<ProxyUrl>) ProxyUrl::parse)
          .shownAs(
              (text, url) -> text.replaceFirst("^([^/]*//)?.*@", "$1" + DatabaseUrl.MASK + "@"));

  private static final Pattern SOCKS = Pattern.compile("(?i)socks[^/]*://.*", Pattern.DOTALL);
  private static final Pattern URL =
      Pattern.compile(
          "(?:(?<scheme>(?i:https?))://)?(?:(?<user>[^:/]*)(?::(?<password>[^/]*))?@)?"
              + "(?<host>[A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(?::(?<port>\\d{1,5}))?/?");

  private static ProxyUrl parse(String text) {
    if (SOCKS.matcher(text).matches()) {
      throw new BadValue(
          "must not be a SOCKS proxy: the JDK's client would ignore it and reveal this server's"
              + " address");
    }
    Matcher url = URL.matcher(text);
    if (url.matches()) {
      boolean tls = "https".equalsIgnoreCase(url.group("scheme"));
      String port = url.group("port");
      int number = port == null ? (tls ? 443 : 80) : Integer.parseInt(port);
      if (number >= 1 && number <= 65_535) {
        return new ProxyUrl(tls, url.group("host").replaceAll("[\\[\\]]", ""), number, login(url));
      }
    }
    throw wrong();
  }

  private static @Nullable Login login(Matcher url) {
    String user = url.group("user");
    String password = url.group("password");
    return user == null
        ? null
        : new Login(decoded(user), password == null ? "" : decoded(password));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  /** Does not repeat the value: any part of it may be the password. */
  private static BadValue wrong() {
    return new BadValue(
        "must be the http:// or https:// address of a proxy; special characters in user and"
            + " password are written as %40 for @, %3A for :, %2F for / and %25 for %");
  }

  /** Returns the address with the password, for the environment of another program. */
  public String withLogin() {
    return address(login == null ? "" : encoded(login.user) + ":" + encoded(login.password) + "@");
  }

  /** Returns the address without user and password. */
  @Override
  public String toString() {
    return address("");
  }

  private String address(String before) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return (tls ? "https://" : "http://") + before + name + ":" + port;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
