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
  void a_block_page_is_recognized(String page) throws Exception {
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
  void an_unknown_page_is_withheld(String page) throws Exception {
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
  void older_forms_of_the_page_are_read(String assignment) throws Exception {
    youTube.answers(WATCH, playable().html().replace("var ytInitialPlayerResponse", assignment));

    found(fetchMetadata());
    assertThat(requested()).containsExactly("watch");
  }

  /** Descriptions and comments can contain the words of a block page. */
  @Test
  void a_page_with_a_player_response_is_not_a_block_page() throws Exception {
    watchPage(
        playable().initialData("{\"comment\": \"g-recaptcha, automated queries, not a bot\"}"));

    found(fetchMetadata());
  }

  @Test
  void a_page_about_another_video_is_blocked() throws Exception {
    watchPage(playable().with("/videoDetails/videoId", "\"AAAAAAAAAAA\""));
    assertPage("blocked");
  }

  @Test
  void a_page_that_is_too_large_is_withheld() throws Exception {
    youTube.answers(WATCH, playable().html() + " ".repeat(YouTubeHttp.MAX_BYTES));
    assertPage("withheld");
  }

  /** All captions of current pages are gated. */
  @Test
  void gated_captions_of_the_page_are_not_fetched() throws Exception {
    watchPage(playable().link(CAPTIONS + "?v=dQw4w9WgXcQ&exp=xpe&lang=en", "en", false));

    assertWithheld(fetchTranscript());
    assertThat(requested()).doesNotContain("timedtext");
  }

  @Test
  void a_page_without_metadata_gives_the_reason() throws Exception {
    watchPage(unplayable("LIVE_STREAM_OFFLINE", "Premieres in 2 days"));
    assertPage("upcoming");
  }

  private void assertPage(String outcome) throws InterruptedException {
    fetchMetadata();
    assertThat(attempts.getFirst().source()).isEqualTo("page");
    assertThat(attempts.getFirst().outcome()).isEqualTo(outcome);
  }
}
