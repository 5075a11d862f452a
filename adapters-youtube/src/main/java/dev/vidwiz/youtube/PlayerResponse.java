package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a watch page tells its player about a video. */
record PlayerResponse(JsonNode root) {

  JsonNode playability() {
    return root.path("playabilityStatus");
  }

  JsonNode details() {
    return root.path("videoDetails");
  }

  JsonNode microformat() {
    return root.path("microformat").path("playerMicroformatRenderer");
  }

  /** Tells whether the video is being sent right now, so that nothing about it is final. */
  boolean isLive() {
    return details().path("isLive").asBoolean(false);
  }

  List<CaptionTrack> captionTracks() {
    JsonNode tracks = root.at("/captions/playerCaptionsTracklistRenderer/captionTracks");
    return StreamSupport.stream(tracks.spliterator(), false)
        .filter(track -> track.path("baseUrl").isTextual())
        .map(CaptionTrack::from)
        .toList();
  }
}
