package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.AI_NOTES_DEFAULT;
import static dev.vidwiz.bootstrap.settings.SettingTable.GOOGLE_CLIENT_ID;
import static dev.vidwiz.bootstrap.settings.SettingTable.GOOGLE_JWKS_URL;

import dev.vidwiz.application.Ports;
import dev.vidwiz.application.VidWiz;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.http.HttpServer;
import dev.vidwiz.http.HttpSettings;
import dev.vidwiz.http.auth.GoogleIdTokens;
import dev.vidwiz.http.auth.JwtTokens;
import dev.vidwiz.http.auth.ScryptPasswordHasher;
import java.time.Duration;
import java.time.InstantSource;

/** VidWiz over its database and behind HTTP, put together as the settings say. */
final class RunningServer implements AutoCloseable {

  private final Storage storage;
  private final VidWiz app;
  private final HttpServer http;
  private final String address;

  private RunningServer(Storage storage, VidWiz app, HttpServer http, String host) {
    this.storage = storage;
    this.app = app;
    this.http = http;
    this.address = Address.of(host, http.port());
  }

  /**
   * Starts a server; it answers requests when this returns.
   *
   * @throws CannotRun when the database or the port cannot be had
   */
  static RunningServer start(Settings settings) {
    InstantSource clock = microseconds(InstantSource.system());
    Storage storage = Database.open(settings);
    HttpSettings httpSettings = Web.settings(settings);
    VidWiz app =
        new VidWiz(
            ports(settings, storage, httpSettings, clock),
            new UserDefaults(settings.get(AI_NOTES_DEFAULT)));
    try {
      HttpServer http = Web.start(app, httpSettings, clock);
      return new RunningServer(storage, app, http, httpSettings.host());
    } catch (RuntimeException e) {
      app.close();
      storage.close();
      throw e;
    }
  }

  /** Returns where the server can be reached from this machine, as a URL without a path. */
  String address() {
    return address;
  }

  /** Sends home whoever waits, finishes what has begun, and closes the database. */
  @Override
  public void close() {
    http.close();
    app.close();
    storage.close();
  }

  /** Databases keep no more than microseconds. */
  private static InstantSource microseconds(InstantSource clock) {
    return InstantSource.tick(clock, Duration.ofNanos(1_000));
  }

  private static Ports ports(
      Settings settings, Storage storage, HttpSettings http, InstantSource clock) {
    return new Ports(
        storage,
        storage.transcripts(),
        new ScryptPasswordHasher(),
        new JwtTokens(http.keys(), clock),
        new GoogleIdTokens(
            settings.find(GOOGLE_CLIENT_ID).orElse(null), settings.get(GOOGLE_JWKS_URL), clock),
        clock);
  }
}
