package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.player;
import static dev.vidwiz.youtube.PageBuilder.unplayable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vidwiz.application.fetch.Fetched.NotYet.Cause;
import dev.vidwiz.domain.video.VideoId;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outcome when yt-dlp gives no result. */
class YtDlpRefusalTest extends WithYtDlpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[youtube] ID: Sign in to confirm you’re not a bot. Use --cookies for the authentication. |"
            + " blocked",
        "[youtube] ID: Unable to download API page: HTTP Error 429: Too Many Requests | blocked",
        "Unable to download video subtitles for 'en': HTTP Error 429: Too Many Requests | blocked",
        "[youtube] ID: Video unavailable | unavailable",
        "[youtube] ID: This video is private. If the owner has granted you access, sign in. |"
            + " unavailable",
        "[youtube] ID: This video is available to this channel's members on level: Gold. |"
            + " unavailable",
        "[youtube] ID: The uploader has not made this video available in your country |"
            + " unavailable",
        "[youtube] ID: This video is only available to Music Premium members | unavailable",
        "[youtube] ID: This video is not available | unavailable",
        "[youtube] ID: Sign in to confirm your age. Use --cookies for the authentication. |"
            + " age_restricted",
        "[youtube] ID: Premieres in 3 hours | upcoming",
        "[youtube] ID: This live event will begin in 2 days. | upcoming",
        "[youtube] ID: Failed to extract any player response; please report this issue | withheld",
        "[youtube] ID: Requested format is not available. Use --list-formats for a list | withheld",
        "[youtube] ID: Video unavailable. This content is not available on this app | withheld",
        "[youtube] ID: The page needs to be reloaded. | withheld",
        "[youtube] ID: Unable to download API page: HTTP Error 503: Service Unavailable | withheld",
        "[youtube] ID: Something new | withheld",
        "unable to open '/srv/private/cookies.txt' | withheld",
        "The file '/srv/members/country' does not exist | withheld",
        "'' | withheld"
      })
  void the_error_line_determines_the_outcome(String line, String outcome) throws Exception {
    program.fails(
        line.isEmpty()
            ? "Traceback: yt_dlp.private is unavailable\n"
            : "ERROR: " + line.replace("ID", "dQw4w9WgXcQ") + "\n");

    fetch();

    assertThat(attempts)
        .filteredOn(attempt -> attempt.source().equals("yt-dlp"))
        .singleElement()
        .extracting(Attempt::outcome)
        .isEqualTo(outcome);
  }

  @Test
  void a_long_error_line_is_shortened_for_operators() throws Exception {
    program.fails("ERROR: [youtube] dQw4w9WgXcQ: " + "Something new. ".repeat(1000));

    assertThat(fetch().toString()).contains("yt-dlp: Something new. Some").hasSizeLessThan(1000);
  }

  /** Error lines contain the id, which is not part of the reason. */
  @Test
  void words_in_the_video_id_do_not_count() throws Exception {
    VideoId id = new VideoId("private-car");
    program.fails("ERROR: [youtube] private-car: Something new");

    assertWithheld(source(ytDlp(null, null)).fetchTranscript(id));
    assertThat(attempts).extracting(Attempt::outcome).doesNotContain("unavailable");
  }

  @Test
  void yt_dlp_can_agree_with_a_client() throws Exception {
    app(AppVersion.Client.IOS, unplayable("ERROR", "Video unavailable").json());
    program.fails("ERROR: [youtube] dQw4w9WgXcQ: This video is private. Please sign in.");

    assertGone(fetch(), "This video is private.");
    assertThat(requested()).doesNotContain("watch");
  }

  @Test
  void without_captions_yt_dlp_does_not_count_because_it_lists_no_gated_ones() throws Exception {
    app(AppVersion.Client.IOS, PageBuilder.playable().json());
    program.prints(FakeYtDlp.video("not_live", FakeYtDlp.track("live_chat"), ""));

    assertWithheld(fetch());
  }

  @Test
  void yt_dlp_can_succeed_when_apps_are_refused() throws Exception {
    apps(unplayable("LOGIN_REQUIRED", "Sign in to confirm your age"));
    youTube.answers(player("IOS"), 429, "");
    program.prints(FakeYtDlp.video("not_live", FakeYtDlp.tracks("en"), ""));

    assertThat(found(fetch()).value()).isEqualTo(TWO_LINES);
  }

  @Test
  void live_and_upcoming_videos_are_not_yet_available() throws Exception {
    program.prints(FakeYtDlp.video("is_live", FakeYtDlp.tracks("en"), ""));
    assertNotYet(fetch(), Cause.LIVE, null);

    program.prints(FakeYtDlp.video("is_upcoming", "", ""));
    assertNotYet(fetch(), Cause.UPCOMING, Instant.ofEpochSecond(1796000400));
  }

  @ParameterizedTest
  @CsvSource({"{}, blocked", "null, withheld", "'', withheld", "{\"id\": , withheld"})
  void unexpected_output_is_refused(String json, String outcome) throws Exception {
    program.prints(json);

    fetch();

    assertThat(attempts)
        .filteredOn(attempt -> attempt.source().equals("yt-dlp"))
        .extracting(Attempt::outcome)
        .containsExactly(outcome);
  }

  @Test
  void yt_dlp_can_be_deleted_after_the_start() throws Exception {
    program.does("exit 1");
    YouTubeVideoSource source = source(ytDlp(null, null));
    Files.delete(program.program());

    assertThat(source.fetchTranscript(PageBuilder.VIDEO).toString())
        .contains("yt-dlp cannot be run");
  }

  @Test
  void an_old_yt_dlp_is_rejected_at_the_start() throws Exception {
    program.is("echo 2023.03.04");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> source(ytDlp(null, null)))
        .withMessageContaining("yt-dlp 2023.03.04 is older than a year");
  }
}
