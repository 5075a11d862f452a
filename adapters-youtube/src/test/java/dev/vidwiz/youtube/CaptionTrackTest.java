package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionTrackTest {

  /** A track is written as its language, with {@code *} if it is generated. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "hi en,      en",
        "en* en,     en",
        "hi en*,     en*",
        "de hi*,     hi*",
        "de* fr,     fr",
        "de* fr*,    de*",
        "en-GB* en*, en*",
        "en* en-GB,  en-GB",
        "en-GB en,   en",
        "EN hi,      EN",
        "eng hi,     hi"
      })
  void the_best_track_is_in_a_preferred_language_and_written_by_a_person(
      String tracks, String best) {
    assertThat(CaptionTrack.best(tracks(tracks), List.of("en", "hi")))
        .contains(tracks(best).getFirst());
  }

  @Test
  void any_language_is_accepted_without_preferences() {
    assertThat(CaptionTrack.best(tracks("de* fr"), List.of())).contains(tracks("fr").getFirst());
  }

  @Test
  void without_tracks_there_is_no_best_one() {
    assertThat(CaptionTrack.best(List.of(), List.of("en"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?exp=xpe,             true",
    "?v=x&exp=xpv&lang=en, true",
    "'?exp=abc,xpe',       true",
    "?exp=abc%2Cxpe%2Cxyz, true",
    "?exp=abc,             false",
    "?v=x,                 false",
    "?name=xpe&exp=a&b=xpe,false",
    "?sexp=xpe,            false"
  })
  void an_experiment_gates_a_track(String query, boolean gated) {
    assertThat(new CaptionTrack("/api/timedtext" + query, "en", false).isGated()).isEqualTo(gated);
  }

  @ParameterizedTest
  @CsvSource({
    "/t,                     /t?fmt=json3",
    "/t?v=x,                 /t?v=x&fmt=json3",
    "/t?fmt=srv3,            /t?fmt=json3",
    "/t?v=x&fmt=srv3,        /t?v=x&fmt=json3",
    "/t?fmt=srv3&v=x,        /t?v=x&fmt=json3",
    "/t?a=1&fmt=srv3&v=x,    /t?a=1&v=x&fmt=json3",
    "/t?xfmt=1,              /t?xfmt=1&fmt=json3",
    "/t?,                    /t?fmt=json3"
  })
  void the_link_requests_json3(String link, String expected) {
    assertThat(new CaptionTrack(link, "en", false).jsonLink()).isEqualTo(expected);
  }

  private static List<CaptionTrack> tracks(String text) {
    return Stream.of(text.split(" ", -1))
        .map(track -> new CaptionTrack("/", track.replace("*", ""), track.endsWith("*")))
        .toList();
  }
}
