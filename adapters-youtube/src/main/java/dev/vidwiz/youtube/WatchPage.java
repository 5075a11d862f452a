package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a video, as a browser gets it: scripts with JSON in them. */
record WatchPage(String html) {

  private static final Pattern PLAYER_RESPONSE =
      Pattern.compile("ytInitialPlayerResponse(?:\"\\]|'\\])?\\s*=\\s*(?=\\{)");
  private static final int MAX_PLAYER_RESPONSES = 5;

  private static final Pattern VISITOR =
      Pattern.compile("\"VISITOR_DATA\":\"([\\w%=.-]{1,1000})\"");

  /** The like count on today's button, and on older ones. */
  private static final Pattern LIKES =
      Pattern.compile(
          "along with (\\d[\\d,]{0,17}) other (?:people|person)"
              + "|\"(?:label|accessibilityText)\":\"(\\d[\\d,]{0,17}) likes?\"");

  /** Returns what the page tells the player. */
  PlayerResponse playerResponse(Fetch fetch) throws Refusal {
    Matcher assignment = PLAYER_RESPONSE.matcher(html);
    for (int i = 0; i < MAX_PLAYER_RESPONSES && assignment.find(); i++) {
      JsonNode value = valueAt(assignment.end());
      if (value.path("playabilityStatus").isObject()) {
        return PlayerResponse.about(fetch, value);
      }
    }
    throw BlockPage.in(html)
        .map(BlockPage::refusal)
        .orElseGet(() -> Refusal.withheld("a page without a player response"));
  }

  /** Returns the id that YouTube gave this visitor, if it did. */
  Optional<String> visitor() {
    return VISITOR.matcher(html).results().map(found -> found.group(1)).findFirst();
  }

  /** Returns how many people like the video, if the page shows it. */
  JsonNode likes() {
    return LIKES
        .matcher(html)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .<JsonNode>map(count -> TextNode.valueOf(count.replace(",", "")))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  /** Parses the JSON value that begins there, whatever follows it. */
  private JsonNode valueAt(int position) {
    try (Reader rest = Reader.of(html)) {
      rest.skip(position);
      return Json.MAPPER.createParser(rest).readValueAsTree();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
