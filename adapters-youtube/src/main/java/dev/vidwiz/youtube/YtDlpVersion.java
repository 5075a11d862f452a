package dev.vidwiz.youtube;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** Checks that yt-dlp is recent, because YouTube changes several times a year. */
final class YtDlpVersion {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The text after the date is ignored. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu.M.d", Locale.ROOT).withResolverStyle(ResolverStyle.LENIENT);

  private YtDlpVersion() {}

  /**
   * Checks the version of the program, which is a date.
   *
   * @throws IllegalArgumentException if the program cannot be run, or is older than a year; the
   *     message says what to do
   */
  static void requireRecent(Path program, LocalDate today) {
    String version = version(program);
    if (released(program, version).isBefore(today.minusYears(1))) {
      throw new IllegalArgumentException(
          ("YTDLP_PATH: yt-dlp %s is older than a year, and YouTube refuses it. Install a new one:"
               + " \"yt-dlp -U\" for a downloaded program, \"pip install -U yt-dlp\", or the file"
               + " yt-dlp of the latest release at github.com/yt-dlp/yt-dlp")
              .formatted(version));
    }
  }

  private static LocalDate released(Path program, String version) {
    try {
      return LocalDate.from(DATE.parse(version, new ParsePosition(0)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "YTDLP_PATH: %s is not yt-dlp: as its version it prints \"%.100s\""
              .formatted(program, version),
          e);
    }
  }

  private static String version(Path program) {
    try {
      return new YtDlpProcess(program, null).run(List.of("--version"), TIMEOUT).text().strip();
    } catch (IOException | Refusal e) {
      throw new IllegalArgumentException(
          "YTDLP_PATH: " + program + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while yt-dlp printed its version", e);
    }
  }
}
