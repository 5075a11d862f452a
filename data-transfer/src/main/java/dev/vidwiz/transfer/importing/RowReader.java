package dev.vidwiz.transfer.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed values from an old row and collects what had to be altered. The sentences never
 * contain values of the row.
 */
final class RowReader {

  /** Half of the integers that JavaScript reads exactly; the rest is left for new rows. */
  static final long MAX_ID = 1L << 52;

  /** Just below what a PostgreSQL index entry can hold. */
  private static final int MAX_KEY_BYTES = 2_600;

  private final Map<String, @Nullable String> values;
  private final Set<String> asked;
  private final List<String> alterations = new ArrayList<>(1);

  /**
   * Takes the values, every one as text, whatever its type. An invalid UTF-8 sequence is
   * represented by a lone surrogate.
   *
   * @param asked gets the names of the columns that are read
   */
  RowReader(Map<String, @Nullable String> values, Set<String> asked) {
    this.values = values;
    this.asked = asked;
  }

  /** Starts the converted row, which shares the list of alterations. */
  NewRow newRow() throws UnusableRowException {
    return NewRow.of(id(), alterations);
  }

  /** Records that a column gets another value than in the old row. */
  void alter(String column, String how) {
    alterations.add(column + " " + how);
  }

  /** Returns the value that rows are sorted by: the id, or SQLite's rowid. */
  long position() {
    return Long.parseLong(Objects.requireNonNull(values.get("position")));
  }

  @Nullable String raw(String column) {
    if (values.containsKey(column)) {
      asked.add(column);
    }
    return values.get(column);
  }

  private long id() throws UnusableRowException {
    return number("id")
        .filter(id -> id > 0 && id <= MAX_ID)
        .orElseThrow(
            () -> new UnusableRowException("its id is not a positive number, or is too high"));
  }

  /** Returns a reference to a row that was imported. */
  long importedId(String column, Set<Long> imported, String what) throws UnusableRowException {
    return number(column)
        .filter(imported::contains)
        .orElseThrow(() -> new UnusableRowException("its " + what + " was not imported"));
  }

  /** Returns the id of a video that was imported. */
  String importedVideo(Set<String> imported) throws UnusableRowException {
    String videoId = videoId().value();
    if (!imported.contains(videoId)) {
      throw new UnusableRowException("its video was not imported");
    }
    return videoId;
  }

  /** Returns the constant that a code stands for; case and blanks around it do not matter. */
  <T> T code(String column, Function<String, T> parser, String problem)
      throws UnusableRowException {
    String text = raw(column);
    try {
      return parser.apply(text == null ? "" : Blank.strip(text).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UnusableRowException(problem);
    }
  }

  /** Returns a number from 0; others are 0. */
  int count(String column) {
    Optional<Long> count = number(column).filter(n -> n >= 0 && n <= Integer.MAX_VALUE);
    if (count.isEmpty() && raw(column) != null) {
      alter(column, "was not a number from 0 up: 0");
    }
    return count.orElse(0L).intValue();
  }

  /** Returns a text without characters that cannot be stored. */
  @Nullable String text(String column) {
    String text = raw(column);
    if (text == null || TextRule.isStorable(text)) {
      return text;
    }
    alter(column, "had characters that cannot be stored");
    return OldText.storable(text);
  }

  /** Returns a text without characters that cannot be stored; null if it is blank. */
  @Nullable String nonBlank(String column) {
    String text = text(column);
    if (text != null && Blank.isBlank(text)) {
      alter(column, "was blank: none");
      return null;
    }
    return text;
  }

  /** Returns a key, unchanged or not at all: a part of it would be useless. */
  @Nullable String key(String column) {
    String text = raw(column);
    if (text == null) {
      return null;
    }
    if (Blank.isBlank(text)
        || text.getBytes(UTF_8).length > MAX_KEY_BYTES
        || !TextRule.isStorable(text)) {
      alter(column, "was empty, too long or had characters that cannot be stored: left out");
      return null;
    }
    return text;
  }

  /** Returns a boolean; other values are false. */
  boolean flag(String column) {
    String text = raw(column);
    if (text == null) {
      return false;
    }
    return switch (text) {
      case "1", "true", "True" -> true;
      case "0", "false", "False" -> false;
      default -> {
        alter(column, "was neither true nor false: false");
        yield false;
      }
    };
  }

  /** Returns a time; null if there is none. */
  @Nullable Instant time(String column) {
    Optional<Instant> time = parsedTime(column);
    if (time.isEmpty() && raw(column) != null) {
      alter(column, "was not a time: left out");
    }
    return time.orElse(null);
  }

  /** Returns the creation time, or the closest time that the row has. */
  Instant createdAt() {
    return stamp("created_at", "updated_at", Instant.EPOCH);
  }

  /** Returns the time of the last change, or {@code createdAt}. */
  Instant updatedAt(Instant createdAt) {
    return stamp("updated_at", "created_at", createdAt);
  }

  /** Returns a JSON object; null if there is none or it is JSON's null. */
  @Nullable JsonText object(String column) {
    String text = raw(column);
    if (text == null || Blank.strip(text).equals("null")) {
      return null;
    }
    Optional<JsonNode> document = OldJson.parse(text);
    if (document.isEmpty() || !document.get().isObject()) {
      alter(
          column, document.isEmpty() ? "was broken JSON: left out" : "was not an object: left out");
      return null;
    }
    JsonNode storable = OldJson.storable(document.get());
    if (storable.equals(document.get())) {
      return new JsonText(text);
    }
    alter(column, "had characters that cannot be stored");
    return new JsonText(storable.toString());
  }

  /** Returns a copy of a JSON object for changes; empty if there is none. */
  ObjectNode editable(String column) {
    JsonText json = object(column);
    return json == null
        ? JsonNodeFactory.instance.objectNode()
        : (ObjectNode) OldJson.parse(json.value()).orElseThrow();
  }

  VideoId videoId() throws UnusableRowException {
    VideoId videoId =
        videoId(raw("video_id"))
            .orElseThrow(() -> new UnusableRowException("its video_id names no YouTube video"));
    if (!videoId.value().equals(raw("video_id"))) {
      alter("video_id", "was an address or had blanks: the id in it");
    }
    return videoId;
  }

  static Optional<VideoId> videoId(@Nullable String text) {
    return text != null && VideoId.parse(text) instanceof Parsed.Accepted<VideoId>(VideoId id)
        ? Optional.of(id)
        : Optional.empty();
  }

  private Instant stamp(String column, String other, Instant otherwise) {
    Optional<Instant> time = parsedTime(column);
    if (time.isEmpty()) {
      alter(column, "was missing or not a time: the closest that is known");
    }
    return time.or(() -> parsedTime(other)).orElse(otherwise);
  }

  private Optional<Instant> parsedTime(String column) {
    return Optional.ofNullable(raw(column)).flatMap(OldTime::parse);
  }

  /** Parses an integer; in SQLite it can be stored as 5.0. */
  private Optional<Long> number(String column) {
    String text = raw(column);
    if (text == null || text.length() > 40) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(Blank.strip(text)).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
