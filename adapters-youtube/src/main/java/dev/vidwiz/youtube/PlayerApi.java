package dev.vidwiz.youtube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.video.VideoId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoint at which YouTube's own apps ask for a video. Thread-safe. */
final class PlayerApi {

  private static final int MAX_BYTES = 8 << 20;
  private static final JsonMapper JSON = new JsonMapper();

  private final Addresses addresses;
  private final YouTubeHttp http;

  /** The name under which YouTube knows us; requests without one are suspect to it. */
  private volatile @Nullable String visitor;

  PlayerApi(Addresses addresses, YouTubeHttp http) {
    this.addresses = addresses;
    this.http = http;
  }

  /**
   * Asks as one kind of client in one version.
   *
   * @param query is appended to the address
   */
  PlayerResponse ask(
      AppProfile profile, String version, String query, VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    body.set("context", profile.context(version));
    body.put("videoId", videoId.value()).put("contentCheckOk", true).put("racyCheckOk", true);
    Request request =
        new Request(addresses.player(query), headers(profile, version), body.toString(), MAX_BYTES);
    JsonNode answer = json(http.send(request, deadline));
    recognize(answer.at("/responseContext/visitorData").asText());
    return PlayerResponse.about(videoId, answer);
  }

  /** Takes over a visitor's name that YouTube gave, if it is one that can be sent. */
  void recognize(String name) {
    if (name.matches("[\\w%=.-]{1,1000}")) {
      visitor = name;
    }
  }

  private Map<String, String> headers(AppProfile profile, String version) {
    Map<String, String> headers = new HashMap<>();
    headers.put("User-Agent", profile.userAgent(version));
    headers.put("X-YouTube-Client-Name", Integer.toString(profile.number()));
    headers.put("X-YouTube-Client-Version", version);
    headers.put("Origin", YouTubeSettings.YOUTUBE.toString());
    if (visitor != null) {
      headers.put("X-Goog-Visitor-Id", visitor);
    }
    return headers;
  }

  static JsonNode json(String text) throws Refusal {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Told below.
    }
    throw Refusal.withheld("an answer that is no JSON object");
  }
}
