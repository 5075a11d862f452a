package dev.vidwiz.youtube;

import dev.vidwiz.domain.video.VideoId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One of YouTube's apps, asking for a video. It knows neither likes nor dates. */
final class AppClient implements TranscriptSource, MetadataSource {

  private static final Set<Key> KEYS =
      EnumSet.complementOf(EnumSet.of(Key.ID, Key.UPLOADER_URL, Key.UPLOAD_DATE, Key.LIKE_COUNT));

  private final AppVersion app;
  private final AppProfile profile;
  private final PlayerApi api;
  private final CaptionFetch captions;

  AppClient(AppVersion app, PlayerApi api, Addresses addresses, YouTubeHttp http) {
    this.app = app;
    this.profile = AppProfile.valueOf(app.client().name());
    this.api = api;
    this.captions = new CaptionFetch(addresses, http, profile.userAgent(app.version()));
  }

  @Override
  public String name() {
    return app.client().code();
  }

  @Override
  public String request() {
    return "POST /youtubei/v1/player as " + app.client().name() + " " + app.version();
  }

  @Override
  public boolean isClient() {
    return true;
  }

  @Override
  public List<CaptionTrack> tracks(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    return ask(videoId, deadline).captionTracks();
  }

  @Override
  public String captions(VideoId videoId, CaptionTrack track, Deadline deadline)
      throws Refusal, InterruptedException {
    return captions.get(videoId, track, deadline);
  }

  @Override
  public Set<Key> keys() {
    return KEYS;
  }

  @Override
  public MetadataDocument metadata(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    return PlayerMetadata.of(ask(videoId, deadline));
  }

  private PlayerResponse ask(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    return api.ask(profile, app.version(), "", videoId, deadline);
  }
}
