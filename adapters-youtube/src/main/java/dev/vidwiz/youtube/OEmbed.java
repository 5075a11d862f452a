package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.EnumSet;
import java.util.Map;

/** The API for pages that embed a video (oembed.com). It has few keys, and seldom refuses. */
record OEmbed(SourceInfo info, YouTubeHttp http) implements MetadataSource {

  OEmbed(YouTubeHttp http) {
    this(
        new SourceInfo(
            "oembed",
            "GET /oembed",
            false,
            EnumSet.of(Key.TITLE, Key.UPLOADER, Key.UPLOADER_URL, Key.CHANNEL, Key.THUMBNAIL)),
        http);
  }

  @Override
  public MetadataDocument metadata(Fetch fetch) throws Refusal, InterruptedException {
    String page = YouTubeSettings.YOUTUBE + "/watch?v=" + fetch.videoId().value();
    String path = "/oembed?url=" + URLEncoder.encode(page, UTF_8) + "&format=json";
    JsonNode answer =
        Json.object(http.get(path, Map.of("User-Agent", YouTubeSettings.BROWSER), fetch));
    return new MetadataDocument()
        .text(Key.TITLE, answer.path("title"))
        .channel(answer.path("author_name"))
        .address(Key.UPLOADER_URL, answer.path("author_url"))
        .address(Key.THUMBNAIL, answer.path("thumbnail_url"));
  }
}
