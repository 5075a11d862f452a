package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What sources tell of a video, in the formats of yt-dlp. For one thread. */
final class MetadataDocument {

  /** Far above what YouTube accepts; even if all is escaped, the document has under 256 KiB. */
  private static final int MAX_DESCRIPTION = 32_768;

  private static final int MAX_TEXT = 1_000;

  private final Map<Key, JsonNode> values = new EnumMap<>(Key.class);

  /** Takes the first of the candidates that is a text which is not empty. */
  MetadataDocument text(Key key, JsonNode... candidates) {
    Stream.of(candidates)
        .filter(JsonNode::isTextual)
        .map(node -> PlainText.of(node.asText(), MAX_TEXT))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .ifPresent(text -> put(key, text));
    return this;
  }

  /** Takes the name of the channel, for both keys under which clients look for it. */
  MetadataDocument channel(JsonNode... candidates) {
    return text(Key.UPLOADER, candidates).text(Key.CHANNEL, candidates);
  }

  /** Takes the id of the channel. */
  MetadataDocument channelId(JsonNode... candidates) {
    text(Key.CHANNEL_URL, candidates);
    JsonNode id = values.get(Key.CHANNEL_URL);
    if (id != null) {
      put(Key.CHANNEL_URL, YouTubeSettings.YOUTUBE + "/channel/" + id.asText());
    }
    return this;
  }

  /** An empty description is one, too. */
  MetadataDocument description(JsonNode... candidates) {
    Stream.of(candidates)
        .filter(JsonNode::isTextual)
        .map(node -> PlainText.of(node.asText(), MAX_DESCRIPTION))
        .findFirst()
        .ifPresent(text -> put(Key.DESCRIPTION, text));
    return this;
  }

  /** Takes the first of the candidates that is a whole number, as such or in a text. */
  MetadataDocument number(Key key, JsonNode... candidates) {
    Stream.of(candidates)
        .map(JsonNode::asText)
        .filter(digits -> digits.matches("\\d{1,18}"))
        .findFirst()
        .ifPresent(digits -> number(key, Long.parseLong(digits)));
    return this;
  }

  MetadataDocument number(Key key, @Nullable Long value) {
    if (value != null) {
      values.put(key, JsonNodeFactory.instance.numberNode(value));
    }
    return this;
  }

  /** A stream that is still being sent has the length 0. */
  MetadataDocument duration(@Nullable Long seconds) {
    if (seconds != null && seconds > 0) {
      number(Key.DURATION, seconds);
      put(Key.DURATION_STRING, durationString(seconds));
    }
    return this;
  }

  MetadataDocument duration(JsonNode... candidates) {
    MetadataDocument told = new MetadataDocument().number(Key.DURATION, candidates);
    JsonNode seconds = told.values.get(Key.DURATION);
    return duration(seconds == null ? null : (Long) seconds.longValue());
  }

  /** Takes the day of the first date among the candidates. */
  MetadataDocument uploadDate(JsonNode... candidates) {
    Stream.of(candidates)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst()
        .map(Times::day)
        .ifPresent(day -> put(Key.UPLOAD_DATE, day));
    return this;
  }

  /** Takes an address on the web, with https where it is open. */
  MetadataDocument address(Key key, JsonNode address) {
    String url = PlainText.of(address.asText(), MAX_TEXT);
    if (address.isTextual() && url.matches("(?:https?:)?//.*")) {
      put(key, url.replaceFirst("^(?:http:)?//", "https://"));
    }
    return this;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean lacksAnyOf(Set<Key> keys) {
    return !values.keySet().containsAll(keys);
  }

  /** Returns the keys it has, for operators. */
  String describe() {
    return values.keySet().stream().map(Key::json).collect(Collectors.joining(", "));
  }

  /** Takes over what is missing here and known there. */
  void fillFrom(MetadataDocument other) {
    other.values.forEach(values::putIfAbsent);
  }

  /** Returns the document with every key; what nobody tells is null. */
  FetchedMetadata fetched(VideoId videoId) {
    put(Key.ID, videoId.value());
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    for (Key key : Key.values()) {
      document.set(key.json(), values.get(key));
    }
    return new FetchedMetadata(new JsonText(document.toString()), title());
  }

  private @Nullable Title title() {
    JsonNode title = values.get(Key.TITLE);
    return title != null
            && Title.parse(title.asText()) instanceof Parsed.Accepted<Title>(var accepted)
        ? accepted
        : null;
  }

  private void put(Key key, String text) {
    values.put(key, JsonNodeFactory.instance.textNode(text));
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
}
