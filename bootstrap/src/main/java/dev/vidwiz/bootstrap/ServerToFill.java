package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.ADMIN_TOKEN;
import static dev.vidwiz.bootstrap.settings.SettingTable.HOST;
import static dev.vidwiz.bootstrap.settings.SettingTable.PORT;

import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.http.worker.UploadResult;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running server that a command brings something to.
 *
 * @param address without a path
 */
record ServerToFill(URI address, String adminToken) {

  /** Names the server that was asked for, else that of the settings. */
  static ServerToFill of(@Nullable URI address, Settings settings) {
    return new ServerToFill(
        address == null ? URI.create(Address.of(settings.get(HOST), settings.get(PORT))) : address,
        adminToken(settings));
  }

  /** Returns the token that opens a server elsewhere. */
  static String adminToken(Settings settings) {
    return settings
        .find(ADMIN_TOKEN)
        .orElseThrow(
            () ->
                new CannotRun(
                    ExitStatus.CONFIGURATION,
                    "ADMIN_TOKEN is not set: it must be that of the server"));
  }

  /** Reads what somebody has written behind {@code --server}. */
  static URI address(String text, String usage) {
    try {
      URI server = URI.create(text.replaceFirst("/+$", ""));
      if (server.getHost() != null && List.of("http", "https").contains(server.getScheme())) {
        return server;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new CannotRun(ExitStatus.USAGE, "\"" + text + "\" is no address. " + usage);
  }

  /**
   * Makes sure that the server has what was brought.
   *
   * @throws CannotRun when it has not, with what to do about it
   */
  void expectStored(UploadResult delivery) {
    switch (delivery) {
      case UploadResult.Stored() -> {}
      case UploadResult.TokenRefused() ->
          throw unavailable("does not accept ADMIN_TOKEN. Set it to that of the server.");
      case UploadResult.Refused(String reason) ->
          throw unavailable(
              "refuses it: %s. Is this the address of a VidWiz server? Its log may tell more."
                  .formatted(reason));
      case UploadResult.Unreachable(String reason) ->
          throw unavailable(
              "cannot be reached (%s). Start it, or name another with --server URL."
                  .formatted(reason));
    }
  }

  private CannotRun unavailable(String problem) {
    return new CannotRun(ExitStatus.UNAVAILABLE, address + " " + problem);
  }
}
