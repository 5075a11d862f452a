package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One of the captions of a video.
 *
 * @param link where it is, as the page says
 * @param language its language, such as {@code en} or {@code en-GB}
 * @param generated whether a machine listened, not a person
 */
record CaptionTrack(String link, String language, boolean generated) {

  static CaptionTrack from(JsonNode track) {
    return new CaptionTrack(
        track.path("baseUrl").asText(),
        track.path("languageCode").asText(),
        track.path("kind").asText().equals("asr"));
  }

  /**
   * Picks the track in the earliest of {@code languages}, else in any language; among those one
   * that a person wrote, else one that names no region.
   */
  static Optional<CaptionTrack> best(List<CaptionTrack> tracks, List<String> languages) {
    return tracks.stream()
        .min(
            Comparator.comparingInt((CaptionTrack track) -> track.rank(languages))
                .thenComparing(CaptionTrack::generated)
                .thenComparing(track -> !languages.contains(track.language)));
  }

  /** The address that asks for the most compact form; whatever comes instead will do. */
  String jsonLink() {
    String plain = link.replaceAll("(?<=[?&])fmt=[^&]*&?", "");
    return plain + (plain.contains("?") ? "&" : "?") + "fmt=json3";
  }

  private int rank(List<String> languages) {
    for (int i = 0; i < languages.size(); i++) {
      if (speaks(languages.get(i))) {
        return i;
      }
    }
    return languages.size();
  }

  private boolean speaks(String wanted) {
    return language.equalsIgnoreCase(wanted)
        || language.regionMatches(true, 0, wanted + "-", 0, wanted.length() + 1);
  }
}
