package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;

/** What YouTube tells a player about a video. */
record PlayerResponse(JsonNode root) {

  /**
   * Takes an answer for what it says, unless it is about another video: YouTube swaps videos when
   * it refuses clients.
   */
  static PlayerResponse about(VideoId videoId, JsonNode root) throws Refusal {
    PlayerResponse player = new PlayerResponse(root);
    JsonNode answered = player.details().path("videoId");
    if (!answered.isMissingNode() && !answered.asText().equals(videoId.value())) {
      throw Refusal.blocked("an answer about another video");
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
   * Returns the captions of a video that can be played.
   *
   * @throws Refusal when it cannot, or when it has none
   */
  List<CaptionTrack> captionTracks() throws Refusal {
    Playability.require(this);
    if (!details().path("videoId").isTextual()) {
      throw Refusal.withheld("an answer that does not name its video");
    }
    List<CaptionTrack> tracks =
        root.at("/captions/playerCaptionsTracklistRenderer/captionTracks")
            .valueStream()
            .filter(track -> track.path("baseUrl").isTextual())
            .map(CaptionTrack::from)
            .toList();
    if (tracks.isEmpty()) {
      throw Refusal.of(Refusal.Kind.NO_CAPTIONS, Reasons.NO_CAPTIONS);
    }
    return tracks;
  }
}
