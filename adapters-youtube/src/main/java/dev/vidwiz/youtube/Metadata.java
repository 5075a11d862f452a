package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a watch page tells about its video, under the keys and in the formats of yt-dlp,
 * which clients know. What the page does not tell is null.
 */
final class Metadata {

  /** Far above what YouTube accepts; even if all is escaped, the document has under 256 KiB. */
  private static final int MAX_DESCRIPTION = 32_768;

  private static final int MAX_TEXT = 1_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final VideoId videoId;
  private final WatchPage page;
  private final PlayerResponse player;

  Metadata(VideoId videoId, WatchPage page, PlayerResponse player) {
    this.videoId = videoId;
    this.page = page;
    this.player = player;
  }

  FetchedMetadata fetched() throws NotFetched {
    if (!player.details().isObject() && !player.microformat().isObject()) {
      throw NotFetched.broken("a player response without video details");
    }
    ObjectNode document = JSON.createObjectNode();
    putIdentity(document);
    putFigures(document);
    document.put("description", description());
    document.put("thumbnail", thumbnail());
    return new FetchedMetadata(new JsonText(document.toString()), usableTitle(document));
  }

  private void putIdentity(ObjectNode document) {
    String channelId =
        first(player.details().path("channelId"), player.microformat().path("externalChannelId"));
    String channel =
        first(player.details().path("author"), player.microformat().path("ownerChannelName"));
    document.put("id", videoId.value());
    document.put("title", title());
    document.put("uploader", channel);
    document.put("uploader_url", webAddress(player.microformat().path("ownerProfileUrl")));
    document.put("channel", channel);
    document.put(
        "channel_url",
        channelId == null ? null : YouTubeSettings.YOUTUBE + "/channel/" + channelId);
  }

  private void putFigures(ObjectNode document) {
    Long seconds =
        number(player.details().path("lengthSeconds"), player.microformat().path("lengthSeconds"));
    // A stream that is still being sent has the length 0.
    Long duration = seconds == null || seconds == 0 ? null : seconds;
    document.put("upload_date", uploadDate());
    document.put("duration", duration);
    document.put("duration_string", duration == null ? null : durationString(duration));
    document.put(
        "view_count",
        number(player.details().path("viewCount"), player.microformat().path("viewCount")));
    document.put("like_count", likes());
  }

  private @Nullable String title() {
    return first(player.details().path("title"), player.microformat().at("/title/simpleText"));
  }

  private static @Nullable Title usableTitle(ObjectNode document) {
    return Title.parse(document.path("title").asText(""))
            instanceof Parsed.Accepted<Title>(var title)
        ? title
        : null;
  }

  private @Nullable String description() {
    return Stream.of(
            player.details().path("shortDescription"),
            player.microformat().at("/description/simpleText"))
        .filter(JsonNode::isTextual)
        .map(node -> PlainText.of(node.asText(), MAX_DESCRIPTION))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String thumbnail() {
    return Stream.of(player.details(), player.microformat())
        .flatMap(node -> node.at("/thumbnail/thumbnails").valueStream())
        .filter(thumbnail -> webAddress(thumbnail.path("url")) != null)
        .max(Comparator.comparingLong(thumbnail -> thumbnail.path("width").asLong()))
        .map(thumbnail -> webAddress(thumbnail.path("url")))
        .orElse(null);
  }

  private @Nullable Long likes() {
    Long told = number(player.microformat().path("likeCount"));
    return told == null ? page.likes() : told;
  }

  /** The day as the page gives it: neither moved to our zone nor to any other. */
  private @Nullable String uploadDate() {
    String date =
        first(player.microformat().path("uploadDate"), player.microformat().path("publishDate"));
    try {
      return date == null || date.length() < 10
          ? null
          : LocalDate.parse(date.substring(0, 10)).format(DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String durationString(long duration) {
    long hours = duration / 3600;
    long minutes = duration / 60 % 60;
    long seconds = duration % 60;
    if (hours > 0) {
      return String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds);
    }
    return minutes > 0
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds)
        : Long.toString(seconds);
  }

  private static @Nullable String first(JsonNode... candidates) {
    return Stream.of(candidates)
        .filter(JsonNode::isTextual)
        .map(node -> PlainText.of(node.asText(), MAX_TEXT))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Long number(JsonNode... candidates) {
    return Stream.of(candidates)
        .map(JsonNode::asText)
        .filter(digits -> digits.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String webAddress(JsonNode node) {
    String address = first(node);
    if (address == null || !address.matches("(?:https?:)?//.*")) {
      return null;
    }
    return address.replaceFirst("^(?:http:)?//", "https://");
  }
}
