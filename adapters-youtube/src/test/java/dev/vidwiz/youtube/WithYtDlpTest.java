package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.CAPTIONS;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.youtube.YouTubeSettings.YtDlpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The base class of tests that fetch with a {@link FakeYtDlp}. */
abstract class WithYtDlpTest extends YouTubeTest {

  @TempDir Path folder;
  FakeYtDlp program;

  @BeforeEach
  void install() throws IOException {
    program = new FakeYtDlp(Files.createDirectory(folder.resolve("program")));
    youTube.answers(CAPTIONS, JSON3);
  }

  final Fetched<JsonText> fetch() throws InterruptedException {
    return source(ytDlp(null, null)).fetchTranscript(PageBuilder.VIDEO);
  }

  final YouTubeSettings ytDlp(@Nullable Path cookies, @Nullable String proxy) {
    return new YouTubeSettings(
        youTube.url(),
        YouTubeSettings.CLIENTS,
        List.of("en", "hi"),
        null,
        new YtDlpSettings(program.program(), cookies, proxy),
        LONG_TIMEOUT);
  }
}
