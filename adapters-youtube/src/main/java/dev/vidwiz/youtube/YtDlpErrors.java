package dev.vidwiz.youtube;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the errors that yt-dlp prints. */
final class YtDlpErrors {

  private static final int MAX_LENGTH = 300;

  /** Other errors name cookies, programs or files, which can contain any words. */
  private static final Pattern ABOUT_VIDEO =
      Pattern.compile("ERROR: \\[youtube[^\\]]*\\] [\\w-]{11}: (.*)");

  private YtDlpErrors() {}

  /** Returns the refusal for the first error, or for the last line when there is no error. */
  static Refusal refusal(String errors) {
    String line =
        errors
            .lines()
            .filter(each -> each.startsWith("ERROR:"))
            .findFirst()
            .orElseGet(() -> errors.lines().reduce((earlier, last) -> last).orElse(""));
    Matcher aboutVideo = ABOUT_VIDEO.matcher(line);
    String sentence = aboutVideo.matches() ? aboutVideo.group(1) : line;
    String reason =
        sentence.length() > MAX_LENGTH ? sentence.substring(0, MAX_LENGTH) + "…" : sentence;
    return Reasons.refusal(reason)
        .filter(known -> aboutVideo.matches() || known.kind() == Refusal.Kind.BLOCKED)
        .orElseGet(() -> Refusal.withheld(reason));
  }
}
