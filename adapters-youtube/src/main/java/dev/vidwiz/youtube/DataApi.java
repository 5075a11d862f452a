package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.vidwiz.youtube.YouTubeSettings.DataApiSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;

/** The Data API of YouTube, version 3, which needs a key. */
record DataApi(SourceInfo info, DataApiSettings settings, HttpTransport transport)
    implements MetadataSource {

  private static final int MAX_BYTES = 1 << 20;

  DataApi(DataApiSettings settings, HttpTransport transport) {
    this(
        new SourceInfo(
            "data-api",
            "GET /youtube/v3/videos",
            false,
            EnumSet.complementOf(EnumSet.of(Key.ID, Key.UPLOADER_URL))),
        settings,
        transport);
  }

  @Override
  public MetadataDocument metadata(Fetch fetch) throws Refusal, InterruptedException {
    JsonNode items = answer(fetch).path("items");
    if (!items.isArray()) {
      throw Refusal.withheld("an answer without items");
    }
    if (items.isEmpty()) {
      throw Refusal.of(Refusal.Kind.UNAVAILABLE, Reasons.GONE);
    }
    fetch.requireSameVideo(items.get(0).path("id"));
    return document(items.get(0));
  }

  private JsonNode answer(Fetch fetch) throws Refusal, InterruptedException {
    String path =
        "/youtube/v3/videos?part=snippet,contentDetails,statistics&id=%s&key=%s"
            .formatted(fetch.videoId().value(), URLEncoder.encode(settings.key(), UTF_8));
    URI address = new Addresses(settings.baseUrl()).at(path);
    Answer answer = transport.send(HttpRequest.newBuilder(address), MAX_BYTES, fetch);
    if (answer.status() != 200) {
      // A wrong or exhausted key says nothing about the video or the other sources.
      throw Refusal.withheld("HTTP " + answer.status() + " (see YOUTUBE_API_KEY)");
    }
    return Json.object(answer.text());
  }

  private static MetadataDocument document(JsonNode video) {
    JsonNode snippet = video.path("snippet");
    JsonNode statistics = video.path("statistics");
    return new MetadataDocument()
        .text(Key.TITLE, snippet.path("title"))
        .channel(snippet.path("channelTitle"))
        .channelId(snippet.path("channelId"))
        .uploadDate(snippet.path("publishedAt"))
        .duration(seconds(video.at("/contentDetails/duration").asText()))
        .number(Key.VIEW_COUNT, statistics.path("viewCount"))
        .number(Key.LIKE_COUNT, statistics.path("likeCount"))
        .description(snippet.path("description"))
        .thumbnail(snippet.path("thumbnails"));
  }

  private static JsonNode seconds(String duration) {
    try {
      return LongNode.valueOf(Duration.parse(duration).toSeconds());
    } catch (DateTimeException e) {
      return MissingNode.getInstance();
    }
  }
}
