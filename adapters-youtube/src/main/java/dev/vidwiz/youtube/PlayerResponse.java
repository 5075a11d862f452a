package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** YouTube's answer to a player about a video. */
record PlayerResponse(JsonNode root) {

  /** Refuses an answer about another video. */
  static PlayerResponse about(Fetch fetch, JsonNode root) throws Refusal {
    PlayerResponse player = new PlayerResponse(root);
    JsonNode id = player.details().path("videoId");
    if (!id.isMissingNode()) {
      fetch.requireSameVideo(id);
    }
    return player;
  }

  JsonNode playability() {
    return root.path("playabilityStatus");
  }

  JsonNode details() {
    return root.path("videoDetails");
  }

  JsonNode microformat() {
    return root.path("microformat").path("playerMicroformatRenderer");
  }

  /**
   * Returns the tracks of a video that can be played.
   *
   * @throws Refusal if it cannot be played, or has no captions
   */
  List<CaptionTrack> captionTracks() throws Refusal {
    Playability.require(this);
    if (!details().path("videoId").isTextual()) {
      throw Refusal.withheld("an answer without the id of the video");
    }
    List<CaptionTrack> tracks =
        root.at("/captions/playerCaptionsTracklistRenderer/captionTracks")
            .valueStream()
            .filter(track -> track.path("baseUrl").isTextual())
            .map(CaptionTrack::from)
            .toList();
    if (tracks.isEmpty()) {
      throw Refusal.noCaptions();
    }
    return tracks;
  }

  /**
   * Returns the metadata of the video, even if it cannot be played.
   *
   * @throws Refusal if there is a reason instead of metadata
   */
  MetadataDocument metadata() throws Refusal {
    JsonNode details = details();
    JsonNode page = microformat();
    if (details.isEmpty() && page.isEmpty()) {
      Playability.require(this);
    }
    return new MetadataDocument()
        .text(Key.TITLE, details.path("title"), page.at("/title/simpleText"))
        .channel(details.path("author"), page.path("ownerChannelName"))
        .channelId(details.path("channelId"), page.path("externalChannelId"))
        .address(Key.UPLOADER_URL, page.path("ownerProfileUrl"))
        .uploadDate(page.path("uploadDate"), page.path("publishDate"))
        .duration(details.path("lengthSeconds"), page.path("lengthSeconds"))
        .number(Key.VIEW_COUNT, details.path("viewCount"), page.path("viewCount"))
        .number(Key.LIKE_COUNT, page.path("likeCount"))
        .description(details.path("shortDescription"), page.at("/description/simpleText"))
        .thumbnail(details.at("/thumbnail/thumbnails"), page.at("/thumbnail/thumbnails"));
  }
}
