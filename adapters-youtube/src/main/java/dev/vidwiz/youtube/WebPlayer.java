package dev.vidwiz.youtube;

import dev.vidwiz.domain.video.VideoId;
import java.util.Set;

/**
 * The player of the web site, asked for details of the video only: what it says of captions and
 * playability needs a token that only browsers get.
 */
final class WebPlayer implements MetadataSource {

  private static final String VERSION = "2.20260114.08.00";

  private final PlayerApi api;

  WebPlayer(PlayerApi api) {
    this.api = api;
  }

  @Override
  public String name() {
    return "web";
  }

  @Override
  public String request() {
    return "POST /youtubei/v1/player as WEB";
  }

  @Override
  public Set<Key> keys() {
    return Key.ALL;
  }

  @Override
  public MetadataDocument metadata(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    return PlayerMetadata.of(
        api.ask(AppProfile.WEB, VERSION, "&$fields=microformat,videoDetails", videoId, deadline));
  }
}
