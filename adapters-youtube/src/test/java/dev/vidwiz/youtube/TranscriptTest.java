package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.CAPTIONS;
import static dev.vidwiz.youtube.FakeYouTube.player;
import static dev.vidwiz.youtube.PageBuilder.playable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.youtube.AppVersion.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest extends YouTubeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        JSON3,
        """
        <?xml version="1.0" encoding="utf-8" ?><transcript><text start="1.5" dur="2.25">Never
        gonna</text><text start="2" dur="1"> </text><text start="3">give you up</text></transcript>
        """,
        """
        <?xml version="1.0" encoding="utf-8" ?><timedtext format="3"><head><ws id="0"/></head><body>
        <w t="0" id="1"/><p t="1500" d="2250" w="1"><s>Never</s><s t="200"> gonna</s></p>
        <p t="3000">give<br/>you up</p></body></timedtext>
        """
      })
  void captions_are_read_in_every_format(String captions) throws Exception {
    apps(playable().track("en"));
    youTube.answers(CAPTIONS, captions);

    assertThat(found(fetchTranscript()).value()).isEqualTo(TWO_LINES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "image/png", "application/json", "text/plain; charset=utf-16"})
  void the_content_type_is_ignored(String type) throws Exception {
    String header = "Content-Type: " + type;
    youTube.answers(player("VISIONOS"), 200, playable().track("en").json(), header);
    youTube.answers(CAPTIONS, 200, JSON3, header);

    assertThat(found(fetchTranscript()).value()).isEqualTo(TWO_LINES);
    assertThat(requested()).containsExactly("VISIONOS", "timedtext");
  }

  @Test
  void captions_can_contain_the_words_of_a_block_page() throws Exception {
    apps(playable().track("en"));
    youTube.answers(CAPTIONS, JSON3.replace("Never", "g-recaptcha: not a bot"));

    assertThat(found(fetchTranscript()).value()).contains("g-recaptcha: not a bot gonna");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/api/timedtext?v=x",
    "http://m.youtube.com:8080/api/timedtext?v=x",
    "/api/timedtext?v=x",
    "//www.youtube.com/api/timedtext?v=x"
  })
  void captions_are_fetched_from_the_base_url(String link) throws Exception {
    apps(playable().link(link, "en", false));
    youTube.answers(CAPTIONS, JSON3);

    found(fetchTranscript());

    assertThat(youTube.requests().getLast().target()).isEqualTo("/api/timedtext?v=x&fmt=json3");
  }

  @Test
  void captions_are_fetched_with_an_absolute_link_to_the_base_url() throws Exception {
    apps(playable().link(youTube.url() + CAPTIONS + "?fmt=srv3&v=x", "en", false));
    youTube.answers(CAPTIONS, JSON3);

    found(fetchTranscript());

    assertThat(youTube.requests().getLast().target()).isEqualTo("/api/timedtext?v=x&fmt=json3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://youtube.com.evil.example/api/timedtext",
        "https://www.youtube.com@evil.example/api/timedtext",
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:1/api/timedtext",
        "file:///etc/passwd",
        "mailto:nobody",
        "http://[broken"
      })
  void captions_are_not_fetched_from_other_hosts(String link) throws Exception {
    apps(playable().link(link, "en", false));

    assertWithheld(fetchTranscript());
    assertThat(requested()).containsExactly("VISIONOS", "ANDROID", "IOS", "watch");
    assertThat(attempts)
        .filteredOn(attempt -> attempt.request().equals("captions en"))
        .extracting(Attempt::detail)
        .hasSize(3)
        .allMatch(detail -> detail.matches("a link to another host.*|an invalid link"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"events\": []}",
        "<transcript/>",
        "<transcript><text start='0'> </text></transcript>"
      })
  void captions_without_text_are_permanently_missing(String captions) throws Exception {
    apps(playable().track("en"));
    youTube.answers(CAPTIONS, captions);

    assertGone(fetchTranscript(), NO_CAPTIONS);
    assertThat(requested()).containsExactly("VISIONOS", "timedtext", "ANDROID", "timedtext");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"events\": 7}",
        "{\"events\": [{\"tStartMs\": ",
        "[]",
        "<html><body>Hello</body></html>",
        "<transcript><text start='0'>cut off",
        "just words"
      })
  void captions_in_an_unknown_format_are_withheld(String captions) throws Exception {
    apps(playable().track("en"));
    youTube.answers(CAPTIONS, captions);

    assertWithheld(fetchTranscript());
  }

  @Test
  void the_size_of_a_transcript_is_limited() throws Exception {
    app(Client.VISIONOS, playable().track("en").json());
    youTube.answers(
        CAPTIONS, "<transcript>" + "<text start='0'>a</text>".repeat(500_000) + "</transcript>");

    assertWithheld(fetchTranscript());
    assertThat(attempts)
        .extracting(Attempt::detail)
        .contains("a transcript of more than 16777216 bytes");
  }
}
