package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.CAPTIONS;
import static dev.vidwiz.youtube.FakeYouTube.WATCH;
import static dev.vidwiz.youtube.FakeYouTube.player;
import static dev.vidwiz.youtube.PageBuilder.playable;
import static dev.vidwiz.youtube.PageBuilder.unplayable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.youtube.AppVersion.Client;
import dev.vidwiz.youtube.YouTubeSettings.DataApiSettings;
import dev.vidwiz.youtube.YouTubeSettings.YtDlpSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisTest extends YouTubeTest {

  @TempDir private Path folder;

  @Test
  void every_source_is_tried_and_each_attempt_is_reported() throws Exception {
    app(Client.VISIONOS, playable().track("de").json());
    youTube.answers(player("ANDROID"), 429, "");
    app(Client.IOS, playable().generatedTrack("en").link("/x?exp=xpe", "en", false).json());
    watchPage(playable());
    youTube.answers(CAPTIONS, JSON3);

    Diagnosis diagnosis = source(everything()).diagnose(PageBuilder.VIDEO);

    assertThat(attempts)
        .extracting(
            attempt ->
                attempt.source()
                    + " | "
                    + attempt.request()
                    + " | "
                    + attempt.outcome()
                    + " | "
                    + attempt.detail())
        .containsExactly(
            "visionos | POST /youtubei/v1/player as VISIONOS 1.02 | found | 1 track: de",
            "visionos | captions de | found | 2 entries",
            "android | POST /youtubei/v1/player as ANDROID 21.26.364 | blocked | HTTP 429",
            "ios | POST /youtubei/v1/player as IOS 21.26.4 | found"
                + " | 2 tracks: en (generated), en (gated)",
            "ios | captions en (generated) | found | 2 entries",
            "yt-dlp | yt-dlp -J | withheld | ERROR: no",
            "page | GET /watch | no_captions | This video has no captions.",
            "page | GET /watch | found | title, uploader, uploader_url, channel, channel_url,"
                + " upload_date, duration, duration_string, view_count, like_count, description,"
                + " thumbnail",
            "web | POST /youtubei/v1/player as WEB | withheld | HTTP 404",
            "visionos | POST /youtubei/v1/player as VISIONOS 1.02 | found | title, uploader,"
                + " channel, channel_url, duration, duration_string, view_count, description,"
                + " thumbnail",
            "android | POST /youtubei/v1/player as ANDROID 21.26.364 | blocked | HTTP 429",
            "ios | POST /youtubei/v1/player as IOS 21.26.4 | found | title, uploader, channel,"
                + " channel_url, duration, duration_string, view_count, description, thumbnail",
            "data-api | GET /youtube/v3/videos | withheld | HTTP 404 (see YOUTUBE_API_KEY)",
            "oembed | GET /oembed | withheld | HTTP 404",
            "yt-dlp | yt-dlp -J | withheld | ERROR: no");
    assertThat(attempts).noneMatch(attempt -> attempt.time().isNegative());
    assertThat(found(diagnosis.transcript()).value()).isEqualTo(TWO_LINES);
    assertThat(diagnosis.origin()).isEqualTo("2 entries in de from visionos");
    assertThat(found(diagnosis.metadata()).title()).isNotNull();
  }

  @Test
  void the_better_language_is_found_when_the_first_app_has_it_gated() throws Exception {
    app(Client.VISIONOS, playable().track("hi").link("/x?exp=xpe", "en", false).json());
    app(Client.IOS, playable().track("en").json());
    youTube.answers(CAPTIONS, JSON3);

    assertThat(source().diagnose(PageBuilder.VIDEO).origin()).isEqualTo("2 entries in en from ios");
  }

  @Test
  void later_sources_are_tried_when_two_clients_agree() throws Exception {
    apps(unplayable("ERROR", "This video is private"));
    youTube.answers(WATCH, 429, "");

    Diagnosis diagnosis = source().diagnose(PageBuilder.VIDEO);

    assertGone(diagnosis.transcript(), "This video is private.");
    assertThat(diagnosis.origin()).isEmpty();
    assertGone(diagnosis.metadata(), "This video is private.");
    assertThat(requested())
        .containsExactly(
            "VISIONOS",
            "ANDROID",
            "IOS",
            "watch",
            "watch",
            "WEB",
            "VISIONOS",
            "ANDROID",
            "IOS",
            "oembed");
  }

  private YouTubeSettings everything() throws Exception {
    return new YouTubeSettings(
        youTube.url(),
        YouTubeSettings.CLIENTS,
        List.of("en"),
        new DataApiSettings(youTube.url(), "key"),
        new YtDlpSettings(new FakeYtDlp(folder).fails("ERROR: no").program(), null, null),
        LONG_TIMEOUT);
  }
}
