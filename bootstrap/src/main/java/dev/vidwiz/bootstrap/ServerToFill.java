package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.ADMIN_TOKEN;
import static dev.vidwiz.bootstrap.settings.SettingTable.HOST;
import static dev.vidwiz.bootstrap.settings.SettingTable.PORT;

import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.worker.RemoteVideos;
import dev.vidwiz.http.worker.UploadResult;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A running server, at which a command stores data. Failures throw {@link CannotRun}. */
final class ServerToFill implements AutoCloseable {

  private final URI address;
  private final RemoteVideos videos;

  /** Uses the server of the settings when {@code address} is null. */
  ServerToFill(@Nullable URI address, Settings settings) {
    this.address =
        address == null ? URI.create(Address.of(settings.get(HOST), settings.get(PORT))) : address;
    this.videos = new RemoteVideos(this.address, adminToken(settings));
  }

  URI address() {
    return address;
  }

  void storeMetadata(VideoId video, JsonText metadata) throws InterruptedException {
    expectStored(videos.storeMetadata(video, metadata));
  }

  void storeTranscript(VideoId video, JsonText transcript) throws InterruptedException {
    expectStored(videos.storeTranscript(video, transcript));
  }

  @Override
  public void close() {
    videos.close();
  }

  static String adminToken(Settings settings) {
    return settings
        .find(ADMIN_TOKEN)
        .orElseThrow(
            () ->
                new CannotRun(
                    ExitStatus.CONFIGURATION,
                    "ADMIN_TOKEN is not set: it must be that of the server"));
  }

  private void expectStored(UploadResult delivery) {
    String problem =
        switch (delivery) {
          case UploadResult.Stored() -> "";
          case UploadResult.TokenRefused() ->
              "does not accept ADMIN_TOKEN. Set it to that of the server.";
          case UploadResult.Refused(String reason) ->
              "refuses it: %s. Is this the address of a VidWiz server? Its log may have details."
                  .formatted(reason);
          case UploadResult.Unreachable(String reason) ->
              "cannot be reached (%s). Start it, or name another with --server URL."
                  .formatted(reason);
        };
    if (!problem.isEmpty()) {
      throw new CannotRun(ExitStatus.UNAVAILABLE, address + " " + problem);
    }
  }
}
