package dev.vidwiz.youtube;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a yt-dlp is new enough to be of use: YouTube changes several times a year. */
final class YtDlpVersion {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Pattern DATE = Pattern.compile("(\\d{4})\\.(\\d{1,2})\\.(\\d{1,2})\\b.*");

  private YtDlpVersion() {}

  /**
   * Asks the program for its version, which is a date.
   *
   * @throws IllegalArgumentException when it cannot be run, or is older than a year; the message
   *     says what to do
   */
  static void requireRecent(Path program, LocalDate today) {
    String version = version(program);
    Matcher date = DATE.matcher(version);
    if (!date.matches()) {
      throw new IllegalArgumentException(
          "YTDLP_PATH: "
              + program
              + " is no yt-dlp: asked for its version it says \""
              + version.substring(0, Math.min(100, version.length()))
              + "\"");
    }
    LocalDate released =
        LocalDate.of(
            Integer.parseInt(date.group(1)),
            Math.clamp(Integer.parseInt(date.group(2)), 1, 12),
            Math.clamp(Integer.parseInt(date.group(3)), 1, 28));
    if (released.isBefore(today.minusYears(1))) {
      throw new IllegalArgumentException(
          "YTDLP_PATH: yt-dlp "
              + version
              + " is older than a year and no longer gets anything from YouTube. Get a new one:"
              + " \"yt-dlp -U\" for a downloaded program, \"pip install -U yt-dlp\", or the file"
              + " yt-dlp of the newest release at github.com/yt-dlp/yt-dlp");
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
      throw new IllegalStateException("interrupted while yt-dlp was asked for its version", e);
    }
  }
}
