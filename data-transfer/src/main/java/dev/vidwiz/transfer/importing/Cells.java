package dev.vidwiz.transfer.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of an old row as what they ought to be, and remembers what had to be altered for
 * that. No sentence repeats a value.
 */
final class Cells {

  /** Half of what every client can read: new rows get higher ones. */
  static final long HIGHEST_ID = 1L << 52;

  /** What an index of PostgreSQL holds, in bytes, with some to spare. */
  private static final int LONGEST_KEY = 2_600;

  private final OldRow row;
  private final List<String> alterations = new ArrayList<>(1);

  Cells(OldRow row) {
    this.row = row;
  }

  List<String> alterations() {
    return List.copyOf(alterations);
  }

  /** Remembers that a column does not get the value that it has there. */
  void alter(String column, String how) {
    alterations.add(column + " " + how);
  }

  long position() {
    return row.position();
  }

  @Nullable String raw(String column) {
    return row.value(column);
  }

  long id() throws Unusable {
    return number("id")
        .filter(id -> id > 0 && id <= HIGHEST_ID)
        .orElseThrow(() -> new Unusable("its id is no positive number, or far too high"));
  }

  /** Returns the id of a row that is here. */
  long knownId(String column, Set<Long> known, String what) throws Unusable {
    return number(column)
        .filter(known::contains)
        .orElseThrow(() -> new Unusable("its " + what + " was not imported"));
  }

  /** Returns the id of a video that is here. */
  String knownVideo(Set<String> known) throws Unusable {
    String videoId = videoId().value();
    if (!known.contains(videoId)) {
      throw new Unusable("its video was not imported");
    }
    return videoId;
  }

  /** Returns how often something happened. */
  int count(String column) {
    String text = raw(column);
    long count = number(column).orElse(-1L);
    if (count >= 0 && count <= Integer.MAX_VALUE) {
      return (int) count;
    }
    if (text != null) {
      alter(column, "was no number from 0: 0");
    }
    return 0;
  }

  /** Returns a text that people read. */
  @Nullable String text(String column) {
    String text = raw(column);
    if (text == null || TextRule.isStorable(text)) {
      return text;
    }
    alter(column, "had characters that cannot be stored");
    return OldText.storable(text);
  }

  /** Returns a text that people read; a blank one is none. */
  @Nullable String filled(String column) {
    String text = text(column);
    if (text != null && text.isBlank()) {
      alter(column, "was blank: none");
      return null;
    }
    return text;
  }

  /** Returns a text that something is found by, of which a part is no use. */
  @Nullable String key(String column) {
    String text = raw(column);
    if (text == null) {
      return null;
    }
    if (text.isBlank() || text.getBytes(UTF_8).length > LONGEST_KEY || !TextRule.isStorable(text)) {
      alter(column, "was empty, too long or had characters that cannot be stored: left out");
      return null;
    }
    return text;
  }

  /** Returns a truth value; what is neither is false. */
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

  /** Returns a moment; null when there is none. */
  @Nullable Instant time(String column) {
    String text = raw(column);
    Optional<Instant> time = Optional.ofNullable(text).flatMap(OldTime::parse);
    if (text != null && time.isEmpty()) {
      alter(column, "was no time: left out");
    }
    return time.orElse(null);
  }

  /** Returns when the row was made, or the closest that is known. */
  Instant createdAt() {
    return stamp("created_at", "updated_at", Instant.EPOCH);
  }

  /** Returns when the row was changed last. */
  Instant updatedAt(Instant createdAt) {
    return stamp("updated_at", "created_at", createdAt);
  }

  /** Returns a JSON object; null when there is none, JSON's own null included. */
  @Nullable JsonText object(String column) {
    String text = raw(column);
    if (text == null || text.strip().equals("null")) {
      return null;
    }
    Optional<JsonNode> document = OldJson.parse(text);
    if (document.isEmpty() || !document.get().isObject()) {
      alter(column, document.isEmpty() ? "was broken JSON: left out" : "was no object: left out");
      return null;
    }
    JsonNode storable = OldJson.storable(document.get());
    if (storable.equals(document.get())) {
      return new JsonText(text);
    }
    alter(column, "had characters that cannot be stored");
    return new JsonText(storable.toString());
  }

  /** Returns a copy of a JSON object to be changed, an empty one where there is none. */
  ObjectNode changeable(String column) {
    JsonText json = object(column);
    return json == null
        ? JsonNodeFactory.instance.objectNode()
        : (ObjectNode) OldJson.parse(json.value()).orElseThrow();
  }

  VideoId videoId() throws Unusable {
    VideoId videoId =
        videoId(raw("video_id"))
            .orElseThrow(() -> new Unusable("its video_id names no YouTube video"));
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
    Optional<Instant> time = Optional.ofNullable(raw(column)).flatMap(OldTime::parse);
    if (time.isPresent()) {
      return time.get();
    }
    alter(column, "was missing or no time: the closest that is known");
    return Optional.ofNullable(raw(other)).flatMap(OldTime::parse).orElse(otherwise);
  }

  /** SQLite keeps 5.0 where 5 was meant. */
  private Optional<Long> number(String column) {
    String text = raw(column);
    if (text == null || text.length() > 40) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text.strip()).longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
