package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of the captions of a video.
 *
 * @param link its address, as the source gives it
 * @param language its language, such as {@code en} or {@code en-GB}
 * @param generated whether a machine wrote it, not a person
 */
record CaptionTrack(String link, String language, boolean generated) {

  /** The experiments under which captions are empty without a token that only browsers get. */
  private static final Pattern GATED = Pattern.compile("[?&]exp=[^&]*xp[ev]");

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

  /** Tells whether YouTube gives this track to browsers only. */
  boolean isGated() {
    return GATED.matcher(link).find();
  }

  /** Returns the place of its language among those wanted, 0 for the first. */
  int rank(List<String> languages) {
    return IntStream.range(0, languages.size())
        .filter(i -> isIn(languages.get(i)))
        .findFirst()
        .orElse(languages.size());
  }

  /** Returns the address of the track in json3, which YouTube may ignore. */
  String jsonLink() {
    String plain = link.replaceAll("(?<=[?&])fmt=[^&]*&?", "").replaceFirst("[?&]$", "");
    return plain + (plain.contains("?") ? "&" : "?") + "fmt=json3";
  }

  private boolean isIn(String wanted) {
    return language.equalsIgnoreCase(wanted)
        || language.regionMatches(true, 0, wanted + "-", 0, wanted.length() + 1);
  }

  @Override
  public String toString() {
    return language + (generated ? " (generated)" : "") + (isGated() ? " (gated)" : "");
  }
}
