package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.video.VideoId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YtDlpTest extends WithYtDlpTest {

  @ParameterizedTest
  @CsvSource({
    "en hi,          en*,             en",
    "hi,             en-orig* en*,    en*",
    "live_chat,      en-orig*,        en*",
    "live_chat de,   '',              de",
    "'',             ar-orig* ar*,    ar*"
  })
  void yt_dlp_gives_captions(String written, String generated, String expected) throws Exception {
    program.prints(
        FakeYtDlp.video("not_live", FakeYtDlp.tracks(written), FakeYtDlp.tracks(generated)));

    assertThat(found(fetch()).value()).isEqualTo(TWO_LINES);

    assertThat(requested()).containsExactly("VISIONOS", "ANDROID", "IOS", "timedtext");
    assertThat(youTube.requests().getLast().target())
        .isEqualTo(
            "/api/timedtext?v=dQw4w9WgXcQ&lang="
                + expected.replace("*", "&kind=asr")
                + "&fmt=json3");
  }

  /** yt-dlp lists machine translations of generated captions into every language. */
  @Test
  void machine_translations_are_ignored() throws Exception {
    String translated =
        FakeYtDlp.track("ar*").replace("\"ar\"", "\"en\"").replace("json3\"}", "json3&tlang=en\"}");
    program.prints(
        FakeYtDlp.video(
            "not_live",
            "",
            translated.replace("srv1\"}", "srv1&tlang=en\"}")
                + ", "
                + FakeYtDlp.track("ar-orig*")));

    found(fetch());

    assertThat(youTube.requests().getLast().target())
        .isEqualTo("/api/timedtext?v=dQw4w9WgXcQ&lang=ar&kind=asr&fmt=json3");
  }

  @Test
  void yt_dlp_gives_metadata() throws Exception {
    program.prints(FakeYtDlp.video("not_live", "", ""));

    FetchedMetadata metadata = found(source(ytDlp(null, null)).fetchMetadata(PageBuilder.VIDEO));

    JsonMapper json = new JsonMapper();
    assertThat(json.readTree(metadata.document().value()))
        .isEqualTo(
            json.readTree(
                """
                {
                  "id": "dQw4w9WgXcQ",
                  "title": "Übung – “one” & more",
                  "uploader": "Rick A.",
                  "uploader_url": "https://www.youtube.com/@rick",
                  "channel": "Rick Astley",
                  "channel_url": "https://www.youtube.com/channel/UCuAXFkgsw1L7xaCfnd5JJOw",
                  "upload_date": "20091024",
                  "duration": 213,
                  "duration_string": "3:33",
                  "view_count": 17,
                  "like_count": 3,
                  "description": "One\\nTwo",
                  "thumbnail": "https://i.ytimg.com/vi/dQw4w9WgXcQ/maxres.jpg"
                }
                """));
  }

  @Test
  void yt_dlp_is_not_run_when_an_app_succeeds() throws Exception {
    program.does("echo ran > \"$folder/ran\"");
    apps(PageBuilder.playable().track("en"));

    found(fetch());
    found(source(ytDlp(null, null)).fetchMetadata(PageBuilder.VIDEO));

    assertThat(folder.resolve("program/ran")).doesNotExist();
  }

  /** The id is the only argument that users choose. */
  @Test
  void yt_dlp_gets_no_shell_and_no_secrets() throws Exception {
    VideoId id = new VideoId("-version_-1");
    program.prints(
        FakeYtDlp.video("not_live", FakeYtDlp.tracks("en"), "").replace("dQw4w9WgXcQ", id.value()));

    found(source(ytDlp(null, null)).fetchTranscript(id));

    assertThat(program.arguments())
        .containsExactly(
            "--ignore-config",
            "--no-warnings",
            "-J",
            "--skip-download",
            "--extractor-args",
            "youtube:skip=translated_subs,hls,dash",
            "--",
            "-version_-1");
    assertThat(program.environment())
        .allMatch(
            variable ->
                variable.matches(
                    "(?i)(PATH|HOME|LANG|LC_ALL|TMPDIR|TEMP|TMP|XDG_CACHE_HOME|XDG_CONFIG_HOME"
                        + "|PYTHONPATH|PYTHONIOENCODING|SSL_CERT_FILE|SSL_CERT_DIR|https?_proxy"
                        + "|no_proxy|PWD|OLDPWD|SHLVL|_)=.*"));
  }

  @Test
  void yt_dlp_gets_the_cookies_and_the_proxy() throws Exception {
    program.prints(FakeYtDlp.video("not_live", FakeYtDlp.tracks("en"), ""));
    Path cookies = folder.resolve("my cookies; $(x).txt");

    found(
        source(ytDlp(cookies, "http://ann:secret@proxy.example:3128"))
            .fetchTranscript(PageBuilder.VIDEO));

    assertThat(program.arguments()).endsWith("--cookies", cookies.toString(), "--", "dQw4w9WgXcQ");
    assertThat(program.environment())
        .contains(
            "http_proxy=http://ann:secret@proxy.example:3128",
            "https_proxy=http://ann:secret@proxy.example:3128");
  }
}
