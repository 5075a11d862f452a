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
  void a_version_of_the_last_year_is_accepted(String version) throws Exception {
    Path program = program("echo '" + version + "'");
    assertThatCode(() -> YtDlpVersion.requireRecent(program, TODAY)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023.03.04", "2025.11.27", "2025.02.99"})
  void an_older_version_is_rejected(String version) throws Exception {
    assertRefused(program("echo " + version), "yt-dlp " + version + " is older than a year", "-U");
  }

  @ParameterizedTest
  @CsvSource({
    "echo 'Python 3.11.2', as its version it prints \"Python 3.11.2\"",
    "exit 0,               is not yt-dlp",
    "head -c 100000 /dev/zero | tr '\\0' a, is not yt-dlp",
    "exec yes,             cannot be run"
  })
  void another_program_is_rejected(String script, String words) throws Exception {
    assertRefused(program(script), "YTDLP_PATH: " + folder, words);
  }

  @Test
  void a_missing_program_is_rejected() throws Exception {
    assertRefused(folder.resolve("nothing"), "YTDLP_PATH: " + folder, "cannot be run");
    assertRefused(folder, "YTDLP_PATH: " + folder, "cannot be run");
    assertRefused(
        Files.writeString(folder.resolve("text"), "text"),
        "YTDLP_PATH: " + folder,
        "cannot be run");
  }

  @Test
  void an_interrupted_thread_does_not_wait_for_the_version() throws Exception {
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
