package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.PageBuilder.playable;
import static dev.vidwiz.youtube.PageBuilder.unplayable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.fetch.Fetched.NotYet.Cause;
import dev.vidwiz.youtube.AppVersion.Client;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayabilityTest extends YouTubeTest {

  private static final String SCREEN =
      "/playabilityStatus/errorScreen/playerErrorMessageRenderer/subreason";

  @ParameterizedTest
  @CsvSource({
    "LOGIN_REQUIRED, This is a private video, This video is private.",
    "ERROR, This video is private, This video is private.",
    "ERROR, Video unavailable, This video is no longer available.",
    "ERROR, This video is unavailable, This video is no longer available.",
    "ERROR, This video isn't available anymore, This video is no longer available.",
    "ERROR, This video has been removed by the uploader, This video is no longer available.",
    "UNPLAYABLE, Join this channel to get access to members-only content like this video,"
        + " This video is for members of its channel only.",
    "LOGIN_REQUIRED, Members-only content, This video is for members of its channel only.",
    "UNPLAYABLE, This video is only available to Music Premium members,"
        + " This video is for members of YouTube Music Premium only.",
    "UNPLAYABLE, This video requires payment to watch., This video must be paid for.",
    "UNPLAYABLE, The uploader has not made this video available in your country,"
        + " This video is not available in this server's country.",
    "UNPLAYABLE, 'Video unavailable. It is from Someone, who has blocked it in your country',"
        + " This video is not available in this server's country.",
    "UNPLAYABLE, This video is no longer available because the account has been terminated.,"
        + " This video is no longer available.",
    "LIVE_STREAM_OFFLINE, This live stream recording is not available.,"
        + " This video is no longer available."
  })
  void a_video_is_permanently_unavailable(String status, String reason, String sentence)
      throws Exception {
    apps(unplayable(status, reason));

    assertGone(fetchTranscript(), sentence);
    assertGone(fetchMetadata(), sentence);
  }

  @Test
  void the_reason_can_be_on_the_error_screen() throws Exception {
    apps(
        unplayable("ERROR", "Video unavailable")
            .with(SCREEN, "{\"runs\": [{\"text\": \"This video is \"}, {\"text\": \"private\"}]}"));

    assertGone(fetchTranscript(), "This video is private.");
  }

  @Test
  void the_reason_can_be_a_message() throws Exception {
    apps(
        unplayable("LOGIN_REQUIRED", "Sign in")
            .with("/playabilityStatus/messages", "[\"This is a private video.\"]"));

    assertGone(fetchTranscript(), "This video is private.");
  }

  @ParameterizedTest
  @CsvSource({
    "LOGIN_REQUIRED, Sign in to confirm your age",
    "LOGIN_REQUIRED, This video may be inappropriate for some users.",
    "AGE_VERIFICATION_REQUIRED, Age",
    "AGE_CHECK_REQUIRED, Age",
    "CONTENT_CHECK_REQUIRED, Content"
  })
  void a_video_can_be_age_restricted(String status, String reason) throws Exception {
    apps(unplayable(status, reason));

    assertNotYet(fetchTranscript(), Cause.AGE_RESTRICTED, null);
    assertThat(requested()).contains("VISIONOS", "ANDROID", "IOS");
    assertNotYet(fetchMetadata(), Cause.AGE_RESTRICTED, null);
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE_STREAM_OFFLINE, This live event will begin in 2 hours.",
    "LIVE_STREAM_OFFLINE, Premieres in 3 days",
    "LIVE_STREAM_OFFLINE, Something new",
    "UNPLAYABLE, Premiere will begin shortly"
  })
  void a_video_can_be_upcoming(String status, String reason) throws Exception {
    app(Client.VISIONOS, unplayable(status, reason).json());

    assertNotYet(fetchTranscript(), Cause.UPCOMING, null);
    assertThat(requested()).containsExactly("VISIONOS");
    assertNotYet(fetchMetadata(), Cause.UPCOMING, null);
  }

  @Test
  void the_start_is_on_the_screen_before_it() throws Exception {
    apps(
        unplayable("LIVE_STREAM_OFFLINE", "Premieres in 2 hours")
            .with(
                "/playabilityStatus/liveStreamability/liveStreamabilityRenderer/offlineSlate"
                    + "/liveStreamOfflineSlateRenderer/scheduledStartTime",
                "\"1796000400\""));

    assertNotYet(fetchTranscript(), Cause.UPCOMING, Instant.ofEpochSecond(1796000400));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T01:00:00+00:00, 2026-11-30T01:00:00Z",
    "2026-11-29T17:00:00-08:00, 2026-11-30T01:00:00Z",
    "soon,"
  })
  void the_start_is_in_the_page_too(String written, Instant start) throws Exception {
    watchPage(
        playable()
            .with("/videoDetails/isUpcoming", "true")
            .with(
                "/microformat/playerMicroformatRenderer/liveBroadcastDetails/startTimestamp",
                "\"" + written + "\""));

    assertNotYet(fetchTranscript(), Cause.UPCOMING, start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1796000400.5", "123456789012", "-1", "soon"})
  void an_invalid_start_is_ignored(String start) throws Exception {
    apps(
        unplayable("LIVE_STREAM_OFFLINE", "Premieres in 2 hours")
            .with("/playabilityStatus/scheduledStartTime", "\"" + start + "\""));

    assertNotYet(fetchTranscript(), Cause.UPCOMING, null);
  }

  @Test
  void a_video_can_be_live() throws Exception {
    apps(playable().track("en").with("/videoDetails/isLive", "true"));

    assertNotYet(fetchTranscript(), Cause.LIVE, null);
    assertThat(requested()).containsExactly("VISIONOS");
  }
}
