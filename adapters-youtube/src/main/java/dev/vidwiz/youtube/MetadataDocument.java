package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Moment;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a video, in the formats of yt-dlp. Each method sets a key to the first valid
 * candidate, and does nothing when there is none. For one thread.
 */
final class MetadataDocument {

  /**
   * More than YouTube accepts. Even with each character escaped, the document has 256 KiB at most.
   */
  private static final int MAX_DESCRIPTION = 32_768;

  private static final int MAX_TEXT = 1_000;

  private final Map<Key, Object> values = new EnumMap<>(Key.class);

  /** Sets a text that is not empty. */
  MetadataDocument text(Key key, JsonNode... candidates) {
    return put(key, text(candidates));
  }

  /** Sets both keys that clients use for the name of the channel. */
  MetadataDocument channel(JsonNode... candidates) {
    return text(Key.UPLOADER, candidates).text(Key.CHANNEL, candidates);
  }

  /** Sets the address of the channel from its id. */
  MetadataDocument channelId(JsonNode... candidates) {
    return put(
        Key.CHANNEL_URL, text(candidates).map(id -> YouTubeSettings.YOUTUBE + "/channel/" + id));
  }

  /** Sets the description, which may be empty. */
  MetadataDocument description(JsonNode... candidates) {
    return put(Key.DESCRIPTION, texts(MAX_DESCRIPTION, candidates).findFirst());
  }

  /** Sets a whole number, from a number or a text. */
  MetadataDocument number(Key key, JsonNode... candidates) {
    return put(key, number(candidates));
  }

  /** Sets the duration in seconds. Live videos have 0, which is skipped. */
  MetadataDocument duration(JsonNode... candidates) {
    Optional<Long> known = number(candidates).filter(seconds -> seconds > 0);
    return put(Key.DURATION, known)
        .put(Key.DURATION_STRING, known.map(MetadataDocument::durationString));
  }

  /** Sets the day of a date. */
  MetadataDocument uploadDate(JsonNode... candidates) {
    return put(Key.UPLOAD_DATE, texts(MAX_TEXT, candidates).findFirst().map(Times::day));
  }

  /** Sets a web address, always with https. */
  MetadataDocument address(Key key, JsonNode candidate) {
    return put(
        key,
        text(candidate)
            .filter(url -> url.matches("(?:https?:)?//.*"))
            .map(url -> url.replaceFirst("^(?:http:)?//", "https://")));
  }

  /** Sets the address of the widest image. */
  MetadataDocument thumbnail(JsonNode... lists) {
    Stream.of(lists)
        .flatMap(JsonNode::valueStream)
        .sorted(Comparator.comparingLong(image -> image.path("width").asLong()))
        .forEach(image -> address(Key.THUMBNAIL, image.path("url")));
    return this;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean lacksAnyOf(Set<Key> keys) {
    return !values.keySet().containsAll(keys);
  }

  /** Returns the keys that are set, for operators. */
  String describe() {
    return values.keySet().stream().map(Key::json).collect(Collectors.joining(", "));
  }

  /** Sets the missing keys from {@code other}. */
  void fillFrom(MetadataDocument other) {
    other.values.forEach(values::putIfAbsent);
  }

  /** Returns the document with all keys; missing keys are null. */
  FetchedMetadata fetched(VideoId videoId) {
    values.put(Key.ID, videoId.value());
    ObjectNode document = Json.MAPPER.createObjectNode();
    for (Key key : Key.values()) {
      document.putPOJO(key.json(), values.get(key));
    }
    return new FetchedMetadata(new JsonText(document.toString()), title());
  }

  private @Nullable Title title() {
    return values.get(Key.TITLE) instanceof String title
            && Title.parse(title) instanceof Parsed.Accepted<Title>(var accepted)
        ? accepted
        : null;
  }

  private MetadataDocument put(Key key, Optional<?> value) {
    value.ifPresent(present -> values.put(key, present));
    return this;
  }

  private static Optional<String> text(JsonNode... candidates) {
    return texts(MAX_TEXT, candidates).filter(text -> !text.isEmpty()).findFirst();
  }

  private static Stream<String> texts(int limit, JsonNode... candidates) {
    return Stream.of(candidates)
        .filter(JsonNode::isTextual)
        .map(node -> PlainText.of(node.asText(), limit));
  }

  private static Optional<Long> number(JsonNode... candidates) {
    return Stream.of(candidates)
        .map(JsonNode::asText)
        .filter(digits -> digits.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .findFirst();
  }

  private static String durationString(long seconds) {
    return seconds < 60 ? Long.toString(seconds) : new Moment(seconds).clock();
  }
}
