package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A track of a video.
 *
 * @param link the address of its captions, as the source gives it
 * @param language such as {@code en} or {@code en-GB}
 * @param generated whether it was generated, not written by a person
 */
record CaptionTrack(String link, String language, boolean generated) {

  /** The experiments in which captions are empty without a token that only browsers get. */
  private static final Pattern GATED = Pattern.compile("[?&]exp=[^&]*xp[ev]");

  static CaptionTrack from(JsonNode track) {
    return new CaptionTrack(
        track.path("baseUrl").asText(),
        track.path("languageCode").asText(),
        track.path("kind").asText().equals("asr"));
  }

  /**
   * Returns the track in the earliest of {@code languages}, or else in any language. Among several,
   * one that a person wrote is preferred, and then one without a region.
   */
  static Optional<CaptionTrack> best(List<CaptionTrack> tracks, List<String> languages) {
    return tracks.stream()
        .min(
            Comparator.comparingInt((CaptionTrack track) -> track.rank(languages))
                .thenComparing(CaptionTrack::generated)
                .thenComparing(track -> !languages.contains(track.language)));
  }

  /** Tells whether YouTube gives the captions to browsers only. */
  boolean isGated() {
    return GATED.matcher(link).find();
  }

  /** Returns the index of its language in {@code languages}, or their number. */
  int rank(List<String> languages) {
    return IntStream.range(0, languages.size())
        .filter(i -> isIn(languages.get(i)))
        .findFirst()
        .orElse(languages.size());
  }

  /** Returns the address that requests json3; YouTube may still send another format. */
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
