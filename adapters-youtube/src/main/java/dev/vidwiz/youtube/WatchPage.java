package dev.vidwiz.youtube;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.domain.video.VideoId;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page of a video, as a browser gets it: scripts with JSON in them. */
record WatchPage(String html) {

  /** The most that a page may have. They have about 1 MiB. */
  static final int MAX_BYTES = 8 << 20;

  private static final ObjectMapper JSON = new JsonMapper();
  private static final Pattern PLAYER_RESPONSE =
      Pattern.compile("ytInitialPlayerResponse(?:\"\\]|'\\])?\\s*=\\s*(?=\\{)");
  private static final int MAX_PLAYER_RESPONSES = 5;

  private static final Pattern VISITOR =
      Pattern.compile("\"VISITOR_DATA\":\"([\\w%=.-]{1,1000})\"");

  /** Where like counts have stood: on the button of today, and on those before it. */
  private static final Pattern LIKES =
      Pattern.compile(
          "along with (\\d[\\d,]{0,17}) other (?:people|person)"
              + "|\"(?:label|accessibilityText)\":\"(\\d[\\d,]{0,17}) likes?\"");

  /** Returns what the page tells the player. */
  PlayerResponse playerResponse(VideoId videoId) throws Refusal {
    Matcher assignment = PLAYER_RESPONSE.matcher(html);
    for (int i = 0; i < MAX_PLAYER_RESPONSES && assignment.find(); i++) {
      Optional<JsonNode> value = valueAt(assignment.end());
      if (value.isPresent() && value.get().path("playabilityStatus").isObject()) {
        return PlayerResponse.about(videoId, value.get());
      }
    }
    throw Barrier.in(html)
        .map(Barrier::refusal)
        .orElseGet(() -> Refusal.withheld("a page without a player response"));
  }

  /** Returns the name under which YouTube knows this visitor from now on, if it gave one. */
  Optional<String> visitor() {
    Matcher visitor = VISITOR.matcher(html);
    return visitor.find() ? Optional.of(visitor.group(1)) : Optional.empty();
  }

  /** Returns how many people like the video, or null when the page around the player hides it. */
  @Nullable Long likes() {
    return LIKES
        .matcher(html)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .map(count -> Long.valueOf(count.replace(",", "")))
        .findFirst()
        .orElse(null);
  }

  private Optional<JsonNode> valueAt(int position) {
    StringReader rest = new StringReader(html);
    try {
      rest.skip(position);
      JsonParser parser = JSON.createParser(rest);
      return Optional.ofNullable(parser.readValueAsTree());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
