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

  private static List<CaptionTrack> tracks(String text) {
    return Stream.of(text.split(" ", -1))
        .map(track -> new CaptionTrack("/", track.replace("*", ""), track.endsWith("*")))
        .toList();
  }
}
