package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.CAPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.youtube.FakeYouTube.Request;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest extends YouTubeTest {

  private static final String TWO_LINES =
      """
      [{"text":"Never gonna","offset":1.5,"duration":2.25},{"text":"give you up","offset":3.0,"duration":0.0}]\
      """;

  private static final String JSON3 =
      """
      {"wireMagic": "pb3", "pens": [{}], "events": [
        {"tStartMs": 0, "dDurationMs": 5000, "id": 1, "wpWinPosId": 1},
        {"tStartMs": 1500, "dDurationMs": 2250, "segs": [{"utf8": "Never"}, {"utf8": " gonna", "tOffsetMs": 200}]},
        {"tStartMs": 2000, "dDurationMs": 10, "aAppend": 1, "segs": [{"utf8": "\\n"}]},
        {"tStartMs": 3000, "segs": [{"utf8": "give\\nyou up"}]}
      ]}
      """;

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
  void is_read_in_every_form(String captions) throws Exception {
    watchPage(PageBuilder.playable().track("en"));
    youTube.answers(CAPTIONS, captions);

    assertThat(found(fetchTranscript()).value()).isEqualTo(TWO_LINES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "image/png", "application/json", "text/plain; charset=utf-16"})
  void is_read_whatever_its_content_type_says(String type) throws Exception {
    youTube.answers(
        FakeYouTube.WATCH, 200, PageBuilder.playable().track("en").html(), "Content-Type: " + type);
    youTube.answers(CAPTIONS, 200, JSON3, "Content-Type: " + type);

    assertThat(found(fetchTranscript()).value()).isEqualTo(TWO_LINES);
  }

  @Test
  void is_fetched_like_a_browser_does() throws Exception {
    watchPage(PageBuilder.playable().track("en"));
    youTube.answers(CAPTIONS, JSON3);

    found(fetchTranscript());

    assertThat(youTube.requests())
        .extracting(Request::target)
        .containsExactly(
            "/watch?v=dQw4w9WgXcQ&hl=en", "/api/timedtext?v=dQw4w9WgXcQ&lang=en&fmt=json3");
    assertThat(youTube.requests())
        .allSatisfy(
            request ->
                assertThat(request.headers())
                    .hasEntrySatisfying(
                        "user-agent", agent -> assertThat(agent).startsWith("Mozilla/5.0 "))
                    .containsEntry("accept-language", "en,hi;q=0.9,*;q=0.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/api/timedtext?v=x",
    "http://m.youtube.com:8080/api/timedtext?v=x",
    "/api/timedtext?v=x",
    "//www.youtube.com/api/timedtext?v=x"
  })
  void is_looked_for_on_the_base_url(String link) throws Exception {
    watchPage(PageBuilder.playable().link(link, "en", false));
    youTube.answers(CAPTIONS, JSON3);

    found(fetchTranscript());

    assertThat(youTube.requests().getLast().target()).isEqualTo("/api/timedtext?v=x&fmt=json3");
  }

  @Test
  void is_found_by_an_absolute_link_on_the_base_url() throws Exception {
    watchPage(PageBuilder.playable().link(youTube.url() + CAPTIONS + "?fmt=srv3&v=x", "en", false));
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
  void is_never_fetched_from_elsewhere(String link) throws Exception {
    watchPage(PageBuilder.playable().link(link, "en", false));

    assertBroken(fetchTranscript());
    assertThat(youTube.requests()).hasSize(1);
  }

  @Test
  void is_gone_when_there_are_no_captions() throws Exception {
    watchPage(PageBuilder.playable());
    assertGone(fetchTranscript(), "This video has no captions.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"events\": []}",
        "<transcript/>",
        "<transcript><text start='0'> </text></transcript>"
      })
  void is_gone_when_nothing_is_said_in_the_captions(String captions) throws Exception {
    watchPage(PageBuilder.playable().track("en"));
    youTube.answers(CAPTIONS, captions);

    assertGone(fetchTranscript(), "This video has no captions.");
  }

  @Test
  void comes_after_the_end_of_a_live_stream() throws Exception {
    watchPage(PageBuilder.playable().with("/videoDetails/isLive", "true"));
    assertNotYet(fetchTranscript(), Duration.ofHours(1));
  }

  @Test
  void is_not_now_when_the_captions_are_withheld() throws Exception {
    watchPage(PageBuilder.playable().track("en"));
    youTube.answers(CAPTIONS, "");

    assertNotNow(fetchTranscript(), NotFetched.LATER);
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
        "WEBVTT"
      })
  void is_broken_in_an_unknown_form(String captions) throws Exception {
    watchPage(PageBuilder.playable().track("en"));
    youTube.answers(CAPTIONS, captions);

    assertBroken(fetchTranscript());
  }

  @Test
  void is_broken_when_the_captions_are_missing() throws Exception {
    watchPage(PageBuilder.playable().track("en"));
    assertBroken(fetchTranscript());
  }

  @Test
  void has_an_end() throws Exception {
    watchPage(PageBuilder.playable().track("en"));
    youTube.answers(
        CAPTIONS, "<transcript>" + "<text start='0'>a</text>".repeat(500_000) + "</transcript>");

    assertBroken(fetchTranscript());
  }
}
