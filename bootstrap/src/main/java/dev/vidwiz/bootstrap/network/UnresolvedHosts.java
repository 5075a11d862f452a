package dev.vidwiz.bootstrap.network;

import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ENDPOINT_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ENDPOINT_URL_S3;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ENDPOINT_URL_SQS;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.GOOGLE_JWKS_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.HOST;
import static dev.vidwiz.bootstrap.settings.SettingTable.HTTPS_PROXY;
import static dev.vidwiz.bootstrap.settings.SettingTable.HTTP_PROXY;
import static dev.vidwiz.bootstrap.settings.SettingTable.NO_PROXY;
import static dev.vidwiz.bootstrap.settings.SettingTable.OPENROUTER_BASE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.YOUTUBE_API_BASE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.YOUTUBE_BASE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.YOUTUBE_PROXY;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import dev.vidwiz.bootstrap.settings.NoProxy;
import dev.vidwiz.bootstrap.settings.ProxyUrl;
import dev.vidwiz.bootstrap.settings.Setting;
import dev.vidwiz.bootstrap.settings.Settings;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds the hosts in settings that this machine connects to and cannot resolve. */
public final class UnresolvedHosts {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A host that a setting names. */
  private record Named(Setting<?> setting, String host) {}

  private UnresolvedHosts() {}

  /**
   * Resolves the hosts of all given settings at the same time, for ten seconds at most. A host that
   * is reached through a proxy is left to the proxy.
   *
   * @return one sentence for each host that does not resolve
   */
  public static List<String> find(Settings settings) {
    return named(settings).map(UnresolvedHosts::resolve).toList().stream()
        .map(CompletableFuture::join)
        .flatMap(Optional::stream)
        .toList();
  }

  private static CompletableFuture<Optional<String>> resolve(Named named) {
    return CompletableFuture.supplyAsync(() -> lookUp(named.host), UnresolvedHosts::start)
        .completeOnTimeout(false, TIMEOUT.toSeconds(), TimeUnit.SECONDS)
        .thenApply(
            resolves ->
                resolves
                    ? Optional.empty()
                    : Optional.of(
                        "%s names the host %s, which does not resolve"
                            .formatted(named.setting, named.host)));
  }

  /** A platform thread, because the server may not have set up virtual threads yet. */
  private static void start(Runnable work) {
    Thread.ofPlatform().daemon().name("resolve").start(work);
  }

  private static boolean lookUp(String host) {
    try {
      return InetAddress.getAllByName(host).length > 0;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Stream<Named> named(Settings settings) {
    return Stream.of(
            Stream.of(HOST)
                .filter(settings::isGiven)
                .map(setting -> new Named(setting, settings.get(setting))),
            databaseHosts(settings),
            Stream.of(HTTP_PROXY, HTTPS_PROXY, YOUTUBE_PROXY)
                .flatMap(
                    setting ->
                        settings.find(setting).stream()
                            .map(proxy -> new Named(setting, proxy.host()))),
            Stream.of(
                    GOOGLE_JWKS_URL,
                    AWS_ENDPOINT_URL,
                    AWS_ENDPOINT_URL_S3,
                    AWS_ENDPOINT_URL_SQS,
                    OPENROUTER_BASE_URL)
                .flatMap(setting -> urlHost(settings, setting)),
            Stream.of(YOUTUBE_BASE_URL, YOUTUBE_API_BASE_URL)
                .filter(setting -> settings.find(YOUTUBE_PROXY).isEmpty())
                .flatMap(setting -> urlHost(settings, setting)))
        .flatMap(each -> each);
  }

  private static Stream<Named> databaseHosts(Settings settings) {
    return settings.get(DB_URL) instanceof DatabaseUrl.Postgres postgres
        ? Stream.of(postgres.hosts().split(",")).map(host -> new Named(DB_URL, withoutPort(host)))
        : Stream.empty();
  }

  private static Stream<Named> urlHost(Settings settings, Setting<URI> setting) {
    return settings.isGiven(setting)
        ? Stream.of(settings.get(setting))
            .filter(url -> !isProxied(settings, url))
            .map(url -> new Named(setting, hostOf(url)))
        : Stream.empty();
  }

  /** A host with an underscore is part of the authority only. */
  private static String hostOf(URI url) {
    return url.getHost() == null
        ? withoutPort(url.getRawAuthority().replaceFirst("^.*@", ""))
        : url.getHost();
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":[0-9]*$", "");
  }

  private static boolean isProxied(Settings settings, URI url) {
    String host = hostOf(url);
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    Setting<ProxyUrl> proxy = tls ? HTTPS_PROXY : HTTP_PROXY;
    int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
    boolean direct =
        NoProxy.THIS_MACHINE.covers(host, port)
            || settings.find(NO_PROXY).orElse(NoProxy.NONE).covers(host, port);
    return !direct && (settings.find(proxy).isPresent() || isProxiedByJvm(url));
  }

  private static boolean isProxiedByJvm(URI url) {
    ProxySelector selector = ProxySelector.getDefault();
    return selector != null
        && url.getHost() != null
        && !selector.select(url).contains(Proxy.NO_PROXY);
  }
}
