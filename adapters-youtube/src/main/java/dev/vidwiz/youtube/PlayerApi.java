package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoint for the apps of YouTube. Thread-safe. */
final class PlayerApi {

  private final YouTubeHttp http;

  /** The visitor id from YouTube. Requests without one are refused more often. */
  private volatile @Nullable String visitor;

  PlayerApi(YouTubeHttp http) {
    this.http = http;
  }

  /**
   * Requests a video as a client in one version.
   *
   * @param query more query parameters, each with {@code &}
   */
  PlayerResponse request(AppProfile profile, String version, String query, Fetch fetch)
      throws Refusal, InterruptedException {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("context", profile.context(version));
    body.put("videoId", fetch.videoId().value());
    body.put("contentCheckOk", true).put("racyCheckOk", true);
    String path = "/youtubei/v1/player?prettyPrint=false" + query;
    JsonNode answer =
        Json.object(http.post(path, headers(profile, version), body.toString(), fetch));
    rememberVisitor(answer.at("/responseContext/visitorData").asText());
    return PlayerResponse.about(fetch, answer);
  }

  /** Keeps a visitor id, if it is valid in a header. */
  void rememberVisitor(String id) {
    if (id.matches("[\\w%=.-]{1,1000}")) {
      visitor = id;
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
}
