package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.CAPTIONS;
import static dev.vidwiz.youtube.FakeYouTube.WATCH;
import static dev.vidwiz.youtube.PageBuilder.playable;
import static dev.vidwiz.youtube.PageBuilder.unplayable;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchPageTest extends YouTubeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><form action=\"https://consent.youtube.com/save\" method=\"POST\"></form></html>",
        "<html><div class=\"g-recaptcha\" data-sitekey=\"x\"></div></html>",
        "<html>Our systems have detected unusual traffic from your computer network.</html>",
        "\n<!DOCTYPE html><html>automated queries</html>",
        "not even HTML: g-recaptcha"
      })
  void may_be_a_barrier(String page) throws Exception {
    youTube.answers(WATCH, page);
    assertPage("blocked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Hello</html>",
        "",
        "var ytInitialPlayerResponse = {\"playabilityStatus\": {\"status\": \"OK\"",
        "var ytInitialPlayerResponse = {\"other\": true};",
        "\u001f\u008b\u0008"
      })
  void may_be_unknown(String page) throws Exception {
    youTube.answers(WATCH, page);
    assertPage("withheld");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var ytInitialPlayerResponse",
        "window[\"ytInitialPlayerResponse\"]",
        "ytInitialPlayerResponse"
      })
  void is_understood_in_older_forms(String assignment) throws Exception {
    youTube.answers(WATCH, playable().html().replace("var ytInitialPlayerResponse", assignment));

    found(fetchMetadata());
    assertThat(asked()).containsExactly("watch");
  }

  /** Descriptions and comments can hold the words of a barrier. */
  @Test
  void is_no_barrier_when_it_has_a_player() throws Exception {
    watchPage(
        playable().initialData("{\"comment\": \"g-recaptcha, automated queries, not a bot\"}"));

    found(fetchMetadata());
  }

  @Test
  void may_be_about_another_video() throws Exception {
    watchPage(playable().with("/videoDetails/videoId", "\"AAAAAAAAAAA\""));
    assertPage("blocked");
  }

  @Test
  void may_be_too_long() throws Exception {
    youTube.answers(WATCH, playable().html() + " ".repeat(YouTubeHttp.MAX_BYTES));
    assertPage("withheld");
  }

  /** All captions of today's pages are for browsers. */
  @Test
  void has_captions_that_are_never_fetched() throws Exception {
    watchPage(playable().link(CAPTIONS + "?v=dQw4w9WgXcQ&exp=xpe&lang=en", "en", false));

    assertWithheld(fetchTranscript());
    assertThat(asked()).doesNotContain("timedtext");
  }

  @Test
  void says_why_there_are_no_metadata() throws Exception {
    watchPage(unplayable("LIVE_STREAM_OFFLINE", "Premieres in 2 days"));
    assertPage("upcoming");
  }

  private void assertPage(String outcome) throws InterruptedException {
    fetchMetadata();
    assertThat(attempts.getFirst().source()).isEqualTo("page");
    assertThat(attempts.getFirst().outcome()).isEqualTo(outcome);
  }
}
