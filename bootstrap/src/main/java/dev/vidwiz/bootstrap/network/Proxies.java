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
 * The selection of proxies, and their credentials, for the clients of the JDK. Thread-safe. Host
 * names are resolved by the proxy, not here.
 *
 * @param authenticator required by each client of {@code java.net.http}, also for a proxy without a
 *     password: if that proxy requests one, the client fails, and without the authenticator returns
 *     a response whose body is null. With it, the client also fails on a 401 without {@code
 *     WWW-Authenticate}, unless the request has credentials of its own
 */
public record Proxies(ProxySelector selector, Authenticator authenticator) {

  /** The JDK reads this once, when it creates the first client. */
  private static final String SCHEMES_NOT_FOR_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

  /**
   * Enables passwords for proxies also for https, which the JDK disables by default. A property
   * that is already set stays unchanged. Call it before the first request.
   */
  public static void allowPasswords() {
    if (System.getProperty(SCHEMES_NOT_FOR_TUNNELS) == null) {
      System.setProperty(SCHEMES_NOT_FOR_TUNNELS, "");
    }
  }

  /**
   * Makes the proxies of the environment the default of all clients. Without any, the JDK's own
   * defaults apply.
   */
  public static void install(Settings settings) {
    ProxyUrl http = settings.find(HTTP_PROXY).orElse(null);
    ProxyUrl https = settings.find(HTTPS_PROXY).orElse(null);
    if (http != null || https != null) {
      of(http, https, settings.find(NO_PROXY).orElse(NoProxy.NONE)).install();
    }
  }

  /** Uses a proxy for every request. Call it once per proxy: one with TLS needs a thread. */
  public static Proxies always(ProxyUrl proxy) {
    Route route = Route.to(proxy);
    return new Proxies(new Selector(route, route, (host, port) -> false), passwords(route));
  }

  /** Uses a proxy per scheme, and none for this machine and for hosts in {@code direct}. */
  static Proxies of(@Nullable ProxyUrl http, @Nullable ProxyUrl https, NoProxy direct) {
    Route forHttp = http == null ? null : Route.to(http);
    Route forHttps = https == null ? null : https.equals(http) ? forHttp : Route.to(https);
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
