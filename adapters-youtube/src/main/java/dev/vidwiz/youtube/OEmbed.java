package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.domain.video.VideoId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The answer for pages that embed a video (oembed.com): little, and seldom refused. */
final class OEmbed implements MetadataSource {

  private static final int MAX_BYTES = 1 << 20;

  private final Addresses addresses;
  private final YouTubeHttp http;

  OEmbed(Addresses addresses, YouTubeHttp http) {
    this.addresses = addresses;
    this.http = http;
  }

  @Override
  public String name() {
    return "oembed";
  }

  @Override
  public String request() {
    return "GET /oembed";
  }

  @Override
  public Set<Key> keys() {
    return EnumSet.of(Key.TITLE, Key.UPLOADER, Key.UPLOADER_URL, Key.CHANNEL, Key.THUMBNAIL);
  }

  @Override
  public MetadataDocument metadata(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    Request request =
        Request.get(
            addresses.oEmbed(videoId), Map.of("User-Agent", YouTubeSettings.BROWSER), MAX_BYTES);
    JsonNode answer = PlayerApi.json(http.send(request, deadline));
    return new MetadataDocument()
        .text(Key.TITLE, answer.path("title"))
        .channel(answer.path("author_name"))
        .address(Key.UPLOADER_URL, answer.path("author_url"))
        .address(Key.THUMBNAIL, answer.path("thumbnail_url"));
  }
}
