package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML of the page of a video, whose scripts contain JSON. */
record WatchPage(String html) {

  private static final Pattern PLAYER_RESPONSE =
      Pattern.compile("ytInitialPlayerResponse(?:\"\\]|'\\])?\\s*=\\s*(?=\\{)");
  private static final int MAX_PLAYER_RESPONSES = 5;

  private static final Pattern VISITOR =
      Pattern.compile("\"VISITOR_DATA\":\"([\\w%=.-]{1,1000})\"");

  /** The number of likes on the button, in its current and older forms. */
  private static final Pattern LIKES =
      Pattern.compile(
          "along with (\\d[\\d,]{0,17}) other (?:people|person)"
              + "|\"(?:label|accessibilityText)\":\"(\\d[\\d,]{0,17}) likes?\"");

  /** Returns the answer to the player, which the page contains. */
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

  /** Returns the visitor id, if the page has one. */
  Optional<String> visitor() {
    return VISITOR.matcher(html).results().map(found -> found.group(1)).findFirst();
  }

  /** Returns the number of likes, or a missing node. */
  JsonNode likes() {
    return LIKES
        .matcher(html)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .<JsonNode>map(count -> TextNode.valueOf(count.replace(",", "")))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  /** Parses the JSON value at a position, and ignores the text after it. */
  private JsonNode valueAt(int position) {
    try (Reader rest = new StringReader(html)) {
      rest.skip(position);
      return Json.MAPPER.createParser(rest).readValueAsTree();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
