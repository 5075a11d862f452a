package dev.vidwiz.youtube;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayabilityTest extends YouTubeTest {

  @ParameterizedTest
  @CsvSource({
    "LOGIN_REQUIRED, This is a private video, This video is private.",
    "ERROR, This video is private, This video is private.",
    "ERROR, Video unavailable, This video is no longer available.",
    "ERROR, This video has been removed by the uploader, This video is no longer available.",
    "UNPLAYABLE, Join this channel to get access to members-only content like this video,"
        + " This video is for members of its channel only.",
    "LOGIN_REQUIRED, Members-only content, This video is for members of its channel only.",
    "UNPLAYABLE, This video requires payment to watch., This video must be paid for.",
    "UNPLAYABLE, The uploader has not made this video available in your country,"
        + " This video is not available in this server's country.",
    "UNPLAYABLE, This video is no longer available because the account has been terminated.,"
        + " This video is no longer available.",
    "UNPLAYABLE, Something new, This video cannot be played.",
    "LIVE_STREAM_OFFLINE, This live stream recording is not available.,"
        + " This video is no longer available."
  })
  void a_video_is_gone(String status, String reason, String sentence) throws Exception {
    watchPage(PageBuilder.unplayable(status, reason));

    assertGone(fetchTranscript(), sentence);
    assertGone(source().fetchMetadata(PageBuilder.VIDEO), sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "LOGIN_REQUIRED, Sign in to confirm you’re not a bot, PT15M",
    "LOGIN_REQUIRED, Please sign in, PT15M",
    "UNPLAYABLE, 'This content isn’t available, try again later.', PT15M"
  })
  void all_videos_are_kept_from_us_for_now(String status, String reason, Duration retryAfter)
      throws Exception {
    watchPage(PageBuilder.unplayable(status, reason));

    assertNotNow(fetchTranscript(), retryAfter);
    assertNotNow(source().fetchMetadata(PageBuilder.VIDEO), retryAfter);
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE_STREAM_OFFLINE, This live event will begin in 2 hours., PT1H",
    "LOGIN_REQUIRED, Sign in to confirm your age, PT24H",
    "AGE_VERIFICATION_REQUIRED, Age, PT24H",
    "CONTENT_CHECK_REQUIRED, Content, PT24H"
  })
  void one_video_cannot_be_had_yet(String status, String reason, Duration retryAfter)
      throws Exception {
    watchPage(PageBuilder.unplayable(status, reason));

    assertNotYet(fetchTranscript(), retryAfter);
    assertNotYet(source().fetchMetadata(PageBuilder.VIDEO), retryAfter);
  }

  @Test
  void the_reason_may_stand_on_the_screen() throws Exception {
    watchPage(
        PageBuilder.unplayable("ERROR", "Video unavailable")
            .with(
                "/playabilityStatus/errorScreen/playerErrorMessageRenderer/subreason",
                "{\"runs\": [{\"text\": \"This video is \"}, {\"text\": \"private\"}]}"));

    assertGone(fetchTranscript(), "This video is private.");
  }

  @Test
  void the_reason_may_be_a_message() throws Exception {
    watchPage(
        PageBuilder.unplayable("LOGIN_REQUIRED", "Sign in")
            .with("/playabilityStatus/messages", "[\"This is a private video.\"]"));

    assertGone(fetchTranscript(), "This video is private.");
  }

  @Test
  void a_status_of_another_age_is_broken() throws Exception {
    watchPage(PageBuilder.unplayable("RETIRED", ""));
    assertBroken(fetchTranscript());
  }
}
