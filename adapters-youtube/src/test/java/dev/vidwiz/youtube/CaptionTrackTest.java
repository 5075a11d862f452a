package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionTrackTest {

  /** Tracks are written as their language, with {@code *} when they are generated. */
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
  void the_best_is_in_a_wanted_language_and_written_by_a_person(String tracks, String best) {
    assertThat(CaptionTrack.best(tracks(tracks), List.of("en", "hi")))
        .contains(tracks(best).getFirst());
  }

  @Test
  void any_will_do_when_no_language_is_wanted() {
    assertThat(CaptionTrack.best(tracks("de* fr"), List.of())).contains(tracks("fr").getFirst());
  }

  @Test
  void there_may_be_none() {
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
  void is_gated_by_an_experiment(String query, boolean gated) {
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
  void is_asked_for_in_the_most_compact_form(String link, String asked) {
    assertThat(new CaptionTrack(link, "en", false).jsonLink()).isEqualTo(asked);
  }

  private static List<CaptionTrack> tracks(String text) {
    return Stream.of(text.split(" ", -1))
        .map(track -> new CaptionTrack("/", track.replace("*", ""), track.endsWith("*")))
        .toList();
  }
}
