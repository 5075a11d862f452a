package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.CAPTIONS;
import static dev.vidwiz.youtube.FakeYouTube.player;
import static dev.vidwiz.youtube.PageBuilder.playable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.youtube.AppVersion.Client;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language matters more than the app: en before hi before any other. */
class LanguageTest extends YouTubeTest {

  @BeforeEach
  void publish() {
    youTube.answers(CAPTIONS, JSON3);
  }

  /** A track is its language, with {@code *} if it is generated and {@code !} if it is gated. */
  @ParameterizedTest
  @CsvSource({
    "en hi,     en,  en,  VISIONOS timedtext:en",
    "en! hi,    en,  en,  VISIONOS ANDROID timedtext:en",
    "en! de,    hi,  en,  VISIONOS ANDROID timedtext:hi",
    "en! hi,    en!, en,  VISIONOS ANDROID IOS timedtext:en",
    "en! hi,    en!, en!, VISIONOS ANDROID IOS watch timedtext:hi",
    "en! de,    en! hi, '', VISIONOS ANDROID IOS watch timedtext:hi",
    "hi! de,    de!, '',  VISIONOS ANDROID IOS watch timedtext:de",
    "en! en*,   en,  en,  VISIONOS timedtext:en*",
    "hi en!*,   en!, en*, VISIONOS ANDROID IOS timedtext:en*",
    "ar*,       en,  en,  VISIONOS timedtext:ar*"
  })
  void the_language_decides_which_track_is_fetched(
      String visionOs, String android, String ios, String expected) throws Exception {
    script(Client.VISIONOS, visionOs);
    script(Client.ANDROID, android);
    script(Client.IOS, ios);

    found(fetchTranscript());

    assertThat(requested()).isEqualTo(List.of(expected.replaceAll(":\\S+", "").split(" ", -1)));
    assertThat(language(youTube.requests().getLast())).isEqualTo(expected.replaceAll(".*:", ""));
  }

  @Test
  void a_second_language_is_accepted_when_other_clients_have_no_captions() throws Exception {
    script(Client.VISIONOS, "en! hi");
    app(Client.ANDROID, playable().json());
    app(Client.IOS, playable().json());

    found(fetchTranscript());
    assertThat(language(youTube.requests().getLast())).isEqualTo("hi");
  }

  @Test
  void a_second_language_is_accepted_when_other_clients_are_blocked() throws Exception {
    script(Client.VISIONOS, "en! hi");
    youTube.answers(player("ANDROID"), 429, "");

    found(fetchTranscript());
    assertThat(requested()).doesNotContain("watch");
  }

  private void script(Client client, String tracks) {
    PageBuilder answer = playable();
    for (String track : tracks.split(" ", -1)) {
      String language = track.replaceAll("[*!]", "");
      boolean generated = track.endsWith("*");
      answer.link(
          CAPTIONS
              + "?v=dQw4w9WgXcQ&lang="
              + language
              + (generated ? "&kind=asr" : "")
              + (track.contains("!") ? "&exp=xpe" : ""),
          language,
          generated);
    }
    app(client, tracks.isEmpty() ? "{}" : answer.json());
  }

  private static String language(FakeYouTube.Request captions) {
    String language = captions.target().replaceFirst(".*lang=(\\w+).*", "$1");
    return captions.target().contains("kind=asr") ? language + "*" : language;
  }
}
