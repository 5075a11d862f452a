package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.domain.video.VideoId;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** YouTube's official API, version 3, for those who have a key. */
final class DataApi implements MetadataSource {

  private static final int MAX_BYTES = 1 << 20;
  private static final Set<Key> KEYS = EnumSet.complementOf(EnumSet.of(Key.ID, Key.UPLOADER_URL));

  private final URI base;
  private final String apiKey;
  private final HttpTransport transport;

  DataApi(URI base, String apiKey, HttpTransport transport) {
    this.base = base;
    this.apiKey = apiKey;
    this.transport = transport;
  }

  @Override
  public String name() {
    return "data-api";
  }

  @Override
  public String request() {
    return "GET /youtube/v3/videos";
  }

  @Override
  public Set<Key> keys() {
    return KEYS;
  }

  @Override
  public MetadataDocument metadata(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    JsonNode answer = ask(videoId, deadline);
    JsonNode video = answer.path("items").path(0);
    if (video.isMissingNode()) {
      throw answer.path("items").isArray()
          ? Refusal.of(Refusal.Kind.UNAVAILABLE, Reasons.GONE)
          : Refusal.withheld("an answer without items");
    }
    if (!video.path("id").asText().equals(videoId.value())) {
      throw Refusal.blocked("an answer about another video");
    }
    return document(video);
  }

  private JsonNode ask(VideoId videoId, Deadline deadline) throws Refusal, InterruptedException {
    URI address =
        URI.create(
            base.toASCIIString().replaceFirst("/$", "")
                + "/youtube/v3/videos?part=snippet,contentDetails,statistics&id="
                + videoId.value()
                + "&key="
                + URLEncoder.encode(apiKey, UTF_8));
    HttpResponse<byte[]> response =
        transport.send(Request.get(address, Map.of(), MAX_BYTES), deadline);
    String text = HttpTransport.text(response, MAX_BYTES);
    if (response.statusCode() == 200) {
      return PlayerApi.json(text);
    }
    // A key that is wrong or used up says nothing of the video, nor of other sources.
    throw Refusal.withheld("HTTP " + response.statusCode() + " (see YOUTUBE_API_KEY)");
  }

  private static MetadataDocument document(JsonNode video) {
    JsonNode snippet = video.path("snippet");
    JsonNode statistics = video.path("statistics");
    MetadataDocument document =
        new MetadataDocument()
            .text(Key.TITLE, snippet.path("title"))
            .channel(snippet.path("channelTitle"))
            .channelId(snippet.path("channelId"))
            .uploadDate(snippet.path("publishedAt"))
            .duration(seconds(video.at("/contentDetails/duration").asText()))
            .number(Key.VIEW_COUNT, statistics.path("viewCount"))
            .number(Key.LIKE_COUNT, statistics.path("likeCount"))
            .description(snippet.path("description"));
    snippet
        .path("thumbnails")
        .valueStream()
        .sorted(Comparator.comparingLong(thumbnail -> thumbnail.path("width").asLong()))
        .forEach(thumbnail -> document.address(Key.THUMBNAIL, thumbnail.path("url")));
    return document;
  }

  private static @Nullable Long seconds(String duration) {
    try {
      return Duration.parse(duration).toSeconds();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
