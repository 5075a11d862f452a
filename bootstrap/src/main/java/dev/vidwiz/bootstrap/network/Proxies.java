package dev.vidwiz.bootstrap.network;

import static dev.vidwiz.bootstrap.settings.SettingTable.HTTPS_PROXY;
import static dev.vidwiz.bootstrap.settings.SettingTable.HTTP_PROXY;
import static dev.vidwiz.bootstrap.settings.SettingTable.NO_PROXY;

import dev.vidwiz.bootstrap.settings.NoProxy;
import dev.vidwiz.bootstrap.settings.ProxyUrl;
import dev.vidwiz.bootstrap.settings.Settings;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy to take, and what to tell it, in the JDK's terms. Thread-safe. Hosts are not looked
 * up here: that is for the proxy.
 *
 * @param authenticator a client of {@code java.net.http} has to be given it, also for a proxy
 *     without a password: should that ask for one, the client fails, and else would return a
 *     response whose body is null. With it the client fails also for a 401 without {@code
 *     WWW-Authenticate}, unless the request had credentials of its own
 */
public record Proxies(ProxySelector selector, Authenticator authenticator) {

  /** Read once by the JDK's clients, when the first of them is made. */
  private static final String SCHEMES_NOT_FOR_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

  /**
   * Lets passwords pass to proxies also for https, which the JDK does not do by itself. What
   * somebody has set, stays. To be called before the first request.
   */
  public static void allowPasswords() {
    if (System.getProperty(SCHEMES_NOT_FOR_TUNNELS) == null) {
      System.setProperty(SCHEMES_NOT_FOR_TUNNELS, "");
    }
  }

  /**
   * Takes those of the environment for all clients that do not name another, from now on. Without
   * any the JDK's own defaults stay.
   */
  public static void install(Settings settings) {
    ProxyUrl http = settings.find(HTTP_PROXY).orElse(null);
    ProxyUrl https = settings.find(HTTPS_PROXY).orElse(null);
    if (http != null || https != null) {
      of(http, https, settings.find(NO_PROXY).orElse(NoProxy.NONE)).install();
    }
  }

  /** Takes one for every request. To be called once for each: one with TLS takes a thread. */
  public static Proxies always(ProxyUrl proxy) {
    Route route = Route.over(proxy);
    return new Proxies(new Selector(route, route, (host, port) -> false), passwords(route));
  }

  /** Takes one for each scheme, and none for this machine and what is to be reached directly. */
  static Proxies of(@Nullable ProxyUrl http, @Nullable ProxyUrl https, NoProxy direct) {
    Route forHttp = http == null ? null : Route.over(http);
    Route forHttps = https == null ? null : https.equals(http) ? forHttp : Route.over(https);
    return new Proxies(
        new Selector(
            forHttp,
            forHttps,
            (host, port) -> NoProxy.THIS_MACHINE.covers(host, port) || direct.covers(host, port)),
        passwords(forHttp, forHttps));
  }

  private static Authenticator passwords(@Nullable Route... routes) {
    return new ProxyPasswords(Stream.of(routes).filter(Objects::nonNull).toList());
  }

  private void install() {
    ProxySelector.setDefault(selector);
    Authenticator.setDefault(authenticator);
  }
}
