package dev.vidwiz.youtube;

import java.util.EnumSet;
import java.util.List;

/** A source that sends the requests of an app of YouTube, in one version. */
record AppClient(
    SourceInfo info, AppProfile profile, String version, PlayerApi api, YouTubeHttp http)
    implements TranscriptSource {

  AppClient(AppVersion app, PlayerApi api, YouTubeHttp http) {
    this(
        new SourceInfo(
            app.client().code(),
            "POST /youtubei/v1/player as " + app.client().name() + " " + app.version(),
            true,
            EnumSet.complementOf(
                EnumSet.of(Key.ID, Key.UPLOADER_URL, Key.UPLOAD_DATE, Key.LIKE_COUNT))),
        AppProfile.valueOf(app.client().name()),
        app.version(),
        api,
        http);
  }

  @Override
  public List<CaptionTrack> tracks(Fetch fetch) throws Refusal, InterruptedException {
    return api.request(profile, version, "", fetch).captionTracks();
  }

  @Override
  public String captions(CaptionTrack track, Fetch fetch) throws Refusal, InterruptedException {
    return http.captions(track, profile.userAgent(version), fetch);
  }

  @Override
  public MetadataDocument metadata(Fetch fetch) throws Refusal, InterruptedException {
    return api.request(profile, version, "", fetch).metadata();
  }
}
