package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.CAPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Downloads with yt-dlp, after YouTube has refused the captions to VidWiz. */
class YtDlpDownloadTest extends WithYtDlpTest {

  @ParameterizedTest
  @CsvSource({
    "en, en*,      --write-subs,      en",
    "hi, en*,      --write-auto-subs, en",
    "'', zh-Hans*, --write-auto-subs, zh-Hans"
  })
  void yt_dlp_downloads_captions_that_are_refused(
      String written, String generated, String option, String language) throws Exception {
    youTube.answers(CAPTIONS, 429, "");
    Files.writeString(program.folder().resolve("captions.json3"), JSON3);
    Files.writeString(
        program.folder().resolve("json"),
        FakeYtDlp.video("not_live", FakeYtDlp.tracks(written), FakeYtDlp.tracks(generated)));
    program.does(
        """
        case "$*" in
          *" -J "*) cat "$folder/json" ;;
          *) while [ "$1" != --paths ]; do shift; done
             echo "$2" > "$folder/paths"
             cp "$folder/captions.json3" "$2/captions.en.json3" ;;
        esac
        """);

    assertThat(found(fetch()).value()).isEqualTo(TWO_LINES);

    Path temporary = Path.of(Files.readString(program.folder().resolve("paths")).strip());
    assertThat(program.arguments())
        .containsExactly(
            "--ignore-config",
            "--no-warnings",
            "--skip-download",
            "--ignore-no-formats-error",
            option,
            "--sub-langs",
            language,
            "--sub-format",
            "json3/srv1/best",
            "--paths",
            temporary.toString(),
            "--output",
            "captions",
            "--",
            "dQw4w9WgXcQ");
    assertThat(temporary).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "exit 0,                                                  yt-dlp wrote no captions",
    "head -c 16777217 /dev/zero > \"$2/captions.en.json3\",   an answer of more than 16777216"
        + " bytes",
    "printf 'a\\377' > \"$2/captions.en.json3\",              captions in an unknown format",
    "echo '{' > \"$2/captions.en.json3\",                     captions in an unknown format",
    "mkdir -p \"$2/a/b\"; echo 'ERROR: Unable to download video subtitles: HTTP Error 429: Too Many"
        + " Requests' >&2; exit 1, HTTP Error 429"
  })
  void a_failed_download_gives_the_reason(String script, String reason) throws Exception {
    youTube.answers(CAPTIONS, 429, "");
    Files.writeString(
        program.folder().resolve("json"), FakeYtDlp.video("not_live", FakeYtDlp.tracks("en"), ""));
    program.does(
        """
        case "$*" in
          *" -J "*) cat "$folder/json"; exit ;;
        esac
        while [ "$1" != --paths ]; do shift; done
        echo "$2" > "$folder/paths"
        """
            + script);

    fetch();

    assertThat(attempts.stream().filter(each -> each.request().equals("captions en")))
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.detail()).contains(reason));
    assertThat(Path.of(Files.readString(program.folder().resolve("paths")).strip())).doesNotExist();
  }
}
