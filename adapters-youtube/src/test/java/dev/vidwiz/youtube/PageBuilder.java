package dev.vidwiz.youtube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.video.VideoId;

/** Builds small pages and player responses in the format of YouTube. */
public final class PageBuilder {

  static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final String CAPTIONS = "https://www.youtube.com/api/timedtext?v=dQw4w9WgXcQ";
  private static final JsonMapper JSON = new JsonMapper();

  private final ObjectNode player;
  private String initialData = "{}";

  private PageBuilder(String player) {
    this.player = parse(player);
  }

  /** Returns a page of a video that can be played and has no captions. */
  public static PageBuilder playable() {
    return new PageBuilder(
        """
        {
          "playabilityStatus": {"status": "OK", "playableInEmbed": true},
          "videoDetails": {
            "videoId": "dQw4w9WgXcQ",
            "title": "How to {brace}; yourself & \\u00fcben",
            "lengthSeconds": "213",
            "channelId": "UCuAXFkgsw1L7xaCfnd5JJOw",
            "shortDescription": "One };\\nTwo \\u003c/script>",
            "thumbnail": {"thumbnails": [
              {"url": "https://i.ytimg.com/vi/dQw4w9WgXcQ/default.jpg", "width": 120, "height": 90},
              {"url": "https://i.ytimg.com/vi/dQw4w9WgXcQ/maxres.jpg", "width": 1280, "height": 720},
              {"url": "https://i.ytimg.com/vi/dQw4w9WgXcQ/hq.jpg", "width": 480, "height": 360}]},
            "viewCount": "1700123456",
            "author": "Rick Astley",
            "isLiveContent": false
          },
          "microformat": {"playerMicroformatRenderer": {
            "ownerProfileUrl": "http://www.youtube.com/@RickAstleyYT",
            "externalChannelId": "UCuAXFkgsw1L7xaCfnd5JJOw",
            "ownerChannelName": "Rick Astley",
            "publishDate": "2009-10-25T06:57:33-07:00",
            "uploadDate": "2009-10-24T23:57:33-07:00",
            "likeCount": "18400123"
          }}
        }
        """);
  }

  /** Returns a page of a video that cannot be played. */
  public static PageBuilder unplayable(String status, String reason) {
    PageBuilder page = new PageBuilder("{\"responseContext\": {}}");
    page.player.putObject("playabilityStatus").put("status", status).put("reason", reason);
    return page;
  }

  /** Adds a track that a person wrote. */
  public PageBuilder track(String language) {
    return link(CAPTIONS + "&lang=" + language, language, false);
  }

  PageBuilder generatedTrack(String language) {
    return link(CAPTIONS + "&kind=asr&lang=" + language, language, true);
  }

  PageBuilder link(String baseUrl, String language, boolean generated) {
    ArrayNode tracks =
        player
            .withObject("/captions/playerCaptionsTracklistRenderer")
            .withArrayProperty("captionTracks");
    ObjectNode track = tracks.addObject().put("baseUrl", baseUrl).put("languageCode", language);
    if (generated) {
      track.put("kind", "asr");
    }
    return this;
  }

  /** Sets the value at a JSON pointer of the player response. */
  PageBuilder with(String pointer, String json) {
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = slash == 0 ? player : player.withObject(pointer.substring(0, slash));
    parent.set(pointer.substring(slash + 1), parseAny(json));
    return this;
  }

  PageBuilder without(String pointer) {
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = slash == 0 ? player : player.withObject(pointer.substring(0, slash));
    parent.remove(pointer.substring(slash + 1));
    return this;
  }

  PageBuilder initialData(String json) {
    this.initialData = json;
    return this;
  }

  /** Returns the answer to apps, which have less data than pages. */
  public String json() {
    return player.deepCopy().without("microformat").toString();
  }

  /** Returns the answer to the web player, which requests metadata only. */
  String detailsJson() {
    return player.deepCopy().retain("microformat", "videoDetails").toString();
  }

  /** Returns the page. */
  public String html() {
    return """
    <!DOCTYPE html><html><head><title>YouTube</title>
    <script nonce="x">var ytInitialPlayerResponse = null; if (window.ytInitialPlayerResponse == {}) {}</script>
    </head><body>
    <script nonce="x">var ytInitialPlayerResponse = %s;var meta = document.createElement('meta');</script>
    <script nonce="x">var ytInitialData = %s;</script>
    </body></html>
    """
        .formatted(player, initialData);
  }

  private static ObjectNode parse(String json) {
    return (ObjectNode) parseAny(json);
  }

  private static JsonNode parseAny(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
