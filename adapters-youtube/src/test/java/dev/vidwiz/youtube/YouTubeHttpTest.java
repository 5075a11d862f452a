package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.CAPTIONS;
import static dev.vidwiz.youtube.FakeYouTube.player;
import static dev.vidwiz.youtube.PageBuilder.playable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests of one app over an unreliable network. */
class YouTubeHttpTest extends YouTubeTest {

  private static final String VISIONOS = player("VISIONOS");
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
  private static final int LIMIT = 8 << 20;

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void a_temporary_server_error_is_unreachable(int status) throws Exception {
    youTube.answers(VISIONOS, status, "<html>Sorry</html>");
    assertOutcome("unreachable");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 403, 404, 410, 418})
  void any_other_status_is_withheld(int status) throws Exception {
    youTube.answersRaw(VISIONOS, "HTTP/1.1 " + status + " Scripted\r\nConnection: close\r\n\r\n");
    assertOutcome("withheld");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/elsewhere?x=1", "https://m.youtube.com/elsewhere?x=1", "elsewhere?x=1"})
  void a_redirect_is_followed_on_the_base_url(String location) throws Exception {
    youTube.redirects(CAPTIONS, location);
    youTube.answers(location.startsWith("elsewhere") ? "/api/elsewhere" : "/elsewhere", JSON3);
    apps(playable().track("en"));

    found(fetchTranscript());

    assertThat(youTube.requests().getLast().target()).endsWith("/elsewhere?x=1");
    assertThat(youTube.requests().getLast().headers()).containsEntry("cookie", "SOCS=CAI");
  }

  @Test
  void a_redirected_post_is_repeated_with_its_body() throws Exception {
    youTube.redirects(VISIONOS, "/elsewhere");
    youTube.answers("/elsewhere", playable().track("en").json());
    youTube.answers(CAPTIONS, JSON3);

    found(fetchTranscript());

    assertThat(youTube.requests().get(1).body()).isEqualTo(youTube.requests().getFirst().body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/watch",
        "http://localhost:1/",
        "",
        "http://[",
        "/youtubei/v1/player"
      })
  void an_invalid_redirect_is_withheld(String location) throws Exception {
    youTube.redirects(VISIONOS, location);
    assertOutcome("withheld");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://consent.youtube.com/m?continue=https://www.youtube.com/watch",
        "https://www.google.com/sorry/index?continue=https://www.youtube.com/watch",
        "https://accounts.google.com/ServiceLogin"
      })
  void a_redirect_to_a_block_page_is_not_followed(String location) throws Exception {
    youTube.redirects(VISIONOS, location);
    assertOutcome("blocked");
  }

  @ParameterizedTest
  @CsvSource({
    "cb.20260328-17-p0.de+FX+119, CONSENT=YES+cb.20260328-17-p0.de+FX+119",
    "no; good=1,                  CONSENT=YES+1",
    "'',                          CONSENT=YES+1"
  })
  void consent_is_given_once(String value, String consent) throws Exception {
    youTube.answers(
        VISIONOS,
        """
        <!DOCTYPE html><html><form action="https://consent.youtube.com/s" method="POST">
        <input type="hidden" name="v" value="%s"></form></html>
        """
            .formatted(value));

    assertOutcome("blocked");

    assertThat(cookies()).startsWith("SOCS=CAI", "SOCS=CAI; " + consent, "SOCS=CAI; " + consent);
    assertThat(requested().stream().filter("VISIONOS"::equals)).hasSize(2);
  }

  @Test
  void consent_is_given_after_a_redirect_too() throws Exception {
    youTube.redirects(VISIONOS, "https://consent.youtube.com/m?continue=x");

    assertOutcome("blocked");

    assertThat(cookies()).startsWith("SOCS=CAI", "SOCS=CAI; CONSENT=YES+1");
    assertThat(requested().stream().filter("VISIONOS"::equals)).hasSize(2);
  }

  @Test
  void gzip_is_decompressed() throws Exception {
    youTube.answers(
        VISIONOS,
        200,
        gzip(playable().track("en").json().getBytes(UTF_8)),
        "Content-Encoding: gzip");
    youTube.answers(CAPTIONS, 200, gzip(JSON3.getBytes(UTF_8)), "Content-Encoding: GZIP");

    assertThat(found(fetchTranscript()).value()).isEqualTo(TWO_LINES);
    assertThat(requested()).containsExactly("VISIONOS", "timedtext");
  }

  /** 64 MiB, compressed to 64 kB. */
  @Test
  void the_size_of_decompressed_answers_is_limited() throws Exception {
    youTube.answers(VISIONOS, 200, gzip(new byte[64 << 20]), "Content-Encoding: gzip");

    assertThat(assertOutcome("withheld")).isEqualTo("an answer of more than " + LIMIT + " bytes");
  }

  @Test
  void truncated_gzip_is_withheld() throws Exception {
    byte[] whole = gzip(playable().track("en").json().getBytes(UTF_8));
    youTube.answers(
        VISIONOS, 200, Arrays.copyOf(whole, whole.length - 20), "Content-Encoding: gzip");

    assertOutcome("withheld");
  }

  @Test
  void a_huge_answer_is_withheld() throws Exception {
    youTube.answers(VISIONOS, playable().track("en").json() + " ".repeat(LIMIT));

    assertThat(assertOutcome("withheld")).isEqualTo("an answer of more than " + LIMIT + " bytes");
  }

  @Test
  void an_answer_without_an_end_is_withheld() throws Exception {
    youTube.stallsAfter(VISIONOS, "HTTP/1.1 200 OK\r\n\r\n" + " ".repeat(LIMIT + 1));
    assertOutcome("withheld");
  }

  @Test
  void a_truncated_answer_is_unreachable() throws Exception {
    youTube.answersRaw(VISIONOS, HEAD + "{}");
    assertOutcome("unreachable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", HEAD, HEAD + "{}"})
  void an_answer_that_does_not_arrive_is_unreachable(String beginning) throws Exception {
    youTube.stallsAfter(VISIONOS, beginning);
    YouTubeSettings shortTimeout =
        settings(
            List.of(YouTubeSettings.CLIENTS.getFirst()),
            List.of("en"),
            network(Duration.ofMillis(300)));

    source(shortTimeout).fetchTranscript(PageBuilder.VIDEO);

    assertThat(attempts.getFirst().outcome()).isEqualTo("unreachable");
  }

  @Test
  void no_request_is_sent_after_the_time_limit() {
    assertThatThrownBy(
            () ->
                new Fetch(PageBuilder.VIDEO, System.nanoTime() - 1).timeLeft(Duration.ofSeconds(1)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not requested");
  }

  @Test
  void a_closed_server_is_unreachable() throws Exception {
    youTube.close();
    assertUnreachable(fetchTranscript());
    assertUnreachable(fetchMetadata());
  }

  @Test
  void a_server_without_http_is_unreachable() throws Exception {
    youTube.answersRaw(VISIONOS, "SSH-2.0-OpenSSH_9.2\r\n");
    assertOutcome("unreachable");
  }

  @Test
  void a_fetch_ends_when_its_thread_is_interrupted() throws IOException {
    youTube.stallsAfter(VISIONOS, HEAD);
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::fetchTranscript).isInstanceOf(InterruptedException.class);
  }

  /** Returns the detail of the first attempt, after which other apps were tried. */
  private String assertOutcome(String outcome) throws InterruptedException {
    fetchTranscript();
    assertThat(attempts.getFirst().outcome()).isEqualTo(outcome);
    assertThat(requested()).contains("ANDROID", "IOS");
    return attempts.getFirst().detail();
  }

  private List<String> cookies() {
    return youTube.requests().stream().map(request -> request.headers().get("cookie")).toList();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
