package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.WATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTest extends YouTubeTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";

  @ParameterizedTest
  @CsvSource({
    "429, PT15M",
    "403, PT15M",
    "408, PT1M",
    "500, PT1M",
    "502, PT1M",
    "503, PT1M",
    "504, PT1M"
  })
  void a_weak_moment_of_the_server_is_not_now(int status, Duration retryAfter) throws Exception {
    youTube.answers(WATCH, status, "<html>Sorry</html>");
    assertNotNow(fetchTranscript(), retryAfter);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void the_server_says_when_to_come_back(int status) throws Exception {
    youTube.answers(WATCH, status, "", "Retry-After: 120");
    assertNotNow(fetchTranscript(), Duration.ofMinutes(2));
  }

  @Test
  void the_captions_may_be_refused_for_now_too() throws Exception {
    watchPage(PageBuilder.playable().track("en"));
    youTube.answers(FakeYouTube.CAPTIONS, 429, "", "Retry-After: 7");

    assertNotNow(fetchTranscript(), Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void a_missing_page_is_gone(int status) throws Exception {
    youTube.answers(WATCH, status, "");
    assertGone(fetchTranscript(), "This video is no longer available.");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 418})
  void any_other_status_is_broken(int status) throws Exception {
    youTube.answersRaw(WATCH, "HTTP/1.1 " + status + " Scripted\r\nConnection: close\r\n\r\n");
    assertBroken(fetchTranscript());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://consent.youtube.com/m?continue=https://www.youtube.com/watch",
        "https://www.google.com/sorry/index?continue=https://www.youtube.com/watch",
        "https://accounts.google.com/ServiceLogin"
      })
  void a_barrier_is_not_now_and_never_visited(String location) throws Exception {
    youTube.redirects(WATCH, location);
    assertNotNow(fetchTranscript(), NotFetched.LATER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><form action=\"https://consent.youtube.com/save\" method=\"POST\"></form></html>",
        "<html><div class=\"g-recaptcha\" data-sitekey=\"x\"></div></html>",
        "<html>Our systems have detected unusual traffic from your computer network.</html>"
      })
  void a_page_that_is_a_barrier_is_not_now(String page) throws Exception {
    youTube.answers(WATCH, page);
    assertNotNow(fetchTranscript(), NotFetched.LATER);
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
  void an_unknown_page_is_broken(String page) throws Exception {
    youTube.answers(WATCH, page);

    assertBroken(fetchTranscript());
    assertBroken(source().fetchMetadata(PageBuilder.VIDEO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/elsewhere?x=1", "https://m.youtube.com/elsewhere?x=1", "elsewhere?x=1"})
  void a_redirect_is_followed_on_the_base_url(String location) throws Exception {
    youTube.redirects(WATCH, location);
    youTube.answers("/elsewhere", PageBuilder.playable().html());

    found(source().fetchMetadata(PageBuilder.VIDEO));

    assertThat(youTube.requests().getLast().target()).isEqualTo("/elsewhere?x=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example/watch", "http://localhost:1/", "", "http://[", "/watch"})
  void a_redirect_to_nowhere_is_broken(String location) throws Exception {
    youTube.redirects(WATCH, location);
    assertBroken(fetchTranscript());
  }

  @Test
  void a_huge_page_is_broken() throws Exception {
    youTube.answers(WATCH, PageBuilder.playable().html() + " ".repeat(WatchPage.MAX_BYTES));
    assertBroken(fetchTranscript());
  }

  @Test
  void a_page_without_an_end_is_broken() throws Exception {
    youTube.stallsAfter(WATCH, "HTTP/1.1 200 OK\r\n\r\n" + " ".repeat(WatchPage.MAX_BYTES + 1));
    assertBroken(fetchTranscript());
  }

  @Test
  void a_page_that_is_cut_off_is_not_now() throws Exception {
    youTube.answersRaw(WATCH, HEAD + "<html>");
    assertNotNow(fetchTranscript(), NotFetched.SOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", HEAD, HEAD + "<html>"})
  void a_page_that_does_not_come_is_not_now(String beginning) throws Exception {
    youTube.stallsAfter(WATCH, beginning);
    try (YouTubeVideoSource impatient = source(Duration.ofMillis(300), "en")) {
      assertNotNow(impatient.fetchTranscript(PageBuilder.VIDEO), NotFetched.SOON);
    }
  }

  @Test
  void a_server_that_is_away_is_not_now() throws Exception {
    youTube.close();
    assertNotNow(fetchTranscript(), NotFetched.SOON);
  }

  @Test
  void a_server_that_speaks_no_http_is_not_now() throws Exception {
    youTube.answersRaw(WATCH, "SSH-2.0-OpenSSH_9.2\r\n");
    assertNotNow(fetchTranscript(), NotFetched.SOON);
  }

  @Test
  void a_fetch_ends_when_its_thread_is_interrupted() throws IOException {
    youTube.stallsAfter(WATCH, HEAD);
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::fetchTranscript).isInstanceOf(InterruptedException.class);
  }
}
