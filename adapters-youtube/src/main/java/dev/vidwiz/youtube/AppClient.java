package dev.vidwiz.youtube;

import java.util.EnumSet;
import java.util.List;

/** One of YouTube's apps, asking for a video. */
final class AppClient implements TranscriptSource, MetadataSource {

  private final SourceInfo info;
  private final AppProfile profile;
  private final String version;
  private final PlayerApi api;
  private final YouTubeHttp http;

  AppClient(AppVersion app, PlayerApi api, YouTubeHttp http) {
    this.info =
        new SourceInfo(
            app.client().code(),
            "POST /youtubei/v1/player as " + app.client().name() + " " + app.version(),
            true,
            EnumSet.complementOf(
                EnumSet.of(Key.ID, Key.UPLOADER_URL, Key.UPLOAD_DATE, Key.LIKE_COUNT)));
    this.profile = AppProfile.valueOf(app.client().name());
    this.version = app.version();
    this.api = api;
    this.http = http;
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public List<CaptionTrack> tracks(Fetch fetch) throws Refusal, InterruptedException {
    return api.ask(profile, version, "", fetch).captionTracks();
  }

  @Override
  public String captions(CaptionTrack track, Fetch fetch) throws Refusal, InterruptedException {
    return http.captions(track, profile.userAgent(version), fetch);
  }

  @Override
  public MetadataDocument metadata(Fetch fetch) throws Refusal, InterruptedException {
    return api.ask(profile, version, "", fetch).metadata();
  }
}
