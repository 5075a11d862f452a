package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.ADMIN_TOKEN;
import static dev.vidwiz.bootstrap.settings.SettingTable.CORS_ALLOWED_ORIGINS;
import static dev.vidwiz.bootstrap.settings.SettingTable.ENVIRONMENT;
import static dev.vidwiz.bootstrap.settings.SettingTable.FRONTEND_CSP;
import static dev.vidwiz.bootstrap.settings.SettingTable.FRONTEND_DIST;
import static dev.vidwiz.bootstrap.settings.SettingTable.GOOGLE_CLIENT_ID;
import static dev.vidwiz.bootstrap.settings.SettingTable.HOST;
import static dev.vidwiz.bootstrap.settings.SettingTable.JWT_EXPIRY_HOURS;
import static dev.vidwiz.bootstrap.settings.SettingTable.PORT;
import static dev.vidwiz.bootstrap.settings.SettingTable.RATE_LIMIT_AUTH;
import static dev.vidwiz.bootstrap.settings.SettingTable.RATE_LIMIT_CONVERSATIONS;
import static dev.vidwiz.bootstrap.settings.SettingTable.RATE_LIMIT_DEFAULT;
import static dev.vidwiz.bootstrap.settings.SettingTable.RATE_LIMIT_ENABLED;
import static dev.vidwiz.bootstrap.settings.SettingTable.RATE_LIMIT_STORE;
import static dev.vidwiz.bootstrap.settings.SettingTable.RATE_LIMIT_VIDEOS;
import static dev.vidwiz.bootstrap.settings.SettingTable.REQUEST_BODIES_MIB;
import static dev.vidwiz.bootstrap.settings.SettingTable.REQUEST_BODIES_MIB_PER_ADDRESS;
import static dev.vidwiz.bootstrap.settings.SettingTable.REQUEST_BODY_TIMEOUT;
import static dev.vidwiz.bootstrap.settings.SettingTable.REQUEST_HEAD_TIMEOUT;
import static dev.vidwiz.bootstrap.settings.SettingTable.SECRET_KEY;
import static dev.vidwiz.bootstrap.settings.SettingTable.TRUSTED_PROXIES;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.VidWiz;
import dev.vidwiz.application.health.CheckHealth;
import dev.vidwiz.bootstrap.settings.Environment;
import dev.vidwiz.bootstrap.settings.Network;
import dev.vidwiz.bootstrap.settings.RateLimitStore;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.http.HttpServer;
import dev.vidwiz.http.HttpSettings;
import dev.vidwiz.http.auth.Keys;
import dev.vidwiz.http.auth.ServerTokens;
import dev.vidwiz.http.jetty.ReceiveLimits;
import dev.vidwiz.http.jetty.ServerSettings;
import dev.vidwiz.http.limit.RateGroup;
import dev.vidwiz.http.limit.RateLimits;
import dev.vidwiz.http.monitor.Monitor;
import dev.vidwiz.http.request.BodiesInFlight;
import dev.vidwiz.http.web.WebAppSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts the HTTP server from the settings. */
final class Web {

  /** The heap is divided by this for request bodies: parsing one takes several times its size. */
  private static final int HEAP_DIVISOR = 4;

  private Web() {}

  static HttpSettings settings(Settings settings, Storage storage) {
    List<String> origins = settings.get(CORS_ALLOWED_ORIGINS);
    List<Network> proxies = settings.get(TRUSTED_PROXIES);
    return new HttpSettings(
        new ServerSettings(
            settings.get(HOST),
            settings.get(PORT),
            origins.contains("*") ? Set.of() : Set.copyOf(origins),
            address -> proxies.stream().anyMatch(proxy -> proxy.contains(address)),
            receiveLimits(settings),
            settings
                .find(FRONTEND_DIST)
                .map(
                    folder ->
                        new WebAppSettings(
                            folder,
                            settings.find(FRONTEND_CSP).orElse(WebAppSettings.STRICT_POLICY)))
                .orElse(null)),
        new Keys(
            settings.find(SECRET_KEY).orElse(null),
            settings.find(ADMIN_TOKEN).orElse(null),
            Duration.ofHours(settings.get(JWT_EXPIRY_HOURS)),
            settings.find(GOOGLE_CLIENT_ID).orElse(null)),
        rateLimits(settings, storage),
        ZoneId.systemDefault(),
        settings.get(ENVIRONMENT) != Environment.PRODUCTION);
  }

  private static ReceiveLimits receiveLimits(Settings settings) {
    return new ReceiveLimits(
        Duration.ofSeconds(settings.get(REQUEST_HEAD_TIMEOUT)),
        Duration.ofSeconds(settings.get(REQUEST_BODY_TIMEOUT)),
        new BodiesInFlight(
            settings
                .find(REQUEST_BODIES_MIB)
                .map(Web::bytes)
                .orElse(Runtime.getRuntime().maxMemory() / HEAP_DIVISOR),
            bytes(settings.get(REQUEST_BODIES_MIB_PER_ADDRESS))),
        System::nanoTime);
  }

  private static long bytes(int mebibytes) {
    return (long) mebibytes << 20;
  }

  private static RateLimits rateLimits(Settings settings, Storage storage) {
    return settings.get(RATE_LIMIT_ENABLED)
        ? new RateLimits(
            Map.of(
                RateGroup.DEFAULT, settings.get(RATE_LIMIT_DEFAULT),
                RateGroup.AUTH, settings.get(RATE_LIMIT_AUTH),
                RateGroup.CONVERSATIONS, settings.get(RATE_LIMIT_CONVERSATIONS),
                RateGroup.VIDEOS, settings.get(RATE_LIMIT_VIDEOS)),
            settings.get(RATE_LIMIT_STORE) == RateLimitStore.DATABASE
                ? storage.rateLimits().orElseThrow()
                : null)
        : RateLimits.NONE;
  }

  /**
   * Starts the server.
   *
   * @throws CannotRun when it cannot listen on its address
   */
  static HttpServer start(
      VidWiz app,
      CheckHealth health,
      HttpSettings settings,
      ServerTokens tokens,
      InstantSource clock,
      Monitor monitor) {
    try {
      return HttpServer.start(app, health, settings, tokens, clock, monitor);
    } catch (IllegalStateException e) {
      throw new CannotRun(
          ExitStatus.UNAVAILABLE,
          "%s: %s. Set HOST and PORT to an address that is free."
              .formatted(e.getMessage(), Causes.innermost(e)));
    }
  }
}
