package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YtDlpVersionTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"2026.08.19", "2026.08.19.232843", "2026.8.9 (git)", "2025.11.28", "2027.01.01"})
  void is_a_date_of_the_last_year(String version) throws Exception {
    Path program = program("echo '" + version + "'");
    assertThatCode(() -> YtDlpVersion.requireRecent(program, TODAY)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023.03.04", "2025.11.27", "2025.02.99"})
  void must_not_be_older(String version) throws Exception {
    assertRefused(program("echo " + version), "yt-dlp " + version + " is older than a year", "-U");
  }

  @ParameterizedTest
  @CsvSource({
    "echo 'Python 3.11.2', asked for its version it says \"Python 3.11.2\"",
    "exit 0,               is no yt-dlp",
    "head -c 100000 /dev/zero | tr '\\0' a, is no yt-dlp",
    "exec yes,             cannot be run"
  })
  void must_be_one_of_yt_dlp(String script, String words) throws Exception {
    assertRefused(program(script), "YTDLP_PATH: " + folder, words);
  }

  @Test
  void must_be_a_program() throws Exception {
    assertRefused(folder.resolve("nothing"), "YTDLP_PATH: " + folder, "cannot be run");
    assertRefused(folder, "YTDLP_PATH: " + folder, "cannot be run");
    assertRefused(
        Files.writeString(folder.resolve("text"), "text"),
        "YTDLP_PATH: " + folder,
        "cannot be run");
  }

  @Test
  void is_not_waited_for_by_an_interrupted_thread() throws Exception {
    Path program = program("exec sleep 600");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> YtDlpVersion.requireRecent(program, TODAY))
          .isInstanceOf(IllegalStateException.class);
    } finally {
      Thread.interrupted();
    }
  }

  private Path program(String script) throws Exception {
    return new FakeYtDlp(folder).is(script).program();
  }

  private static void assertRefused(Path program, String... words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YtDlpVersion.requireRecent(program, TODAY))
        .satisfies(refused -> assertThat(refused).hasMessageContainingAll(words))
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(500));
  }
}
