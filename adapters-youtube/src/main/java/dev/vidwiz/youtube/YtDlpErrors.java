package dev.vidwiz.youtube;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What yt-dlp means by the lines that it prints when it fails. */
final class YtDlpErrors {

  private static final int MAX_LENGTH = 300;

  /** Other errors are about cookies, programs or files, whose names can contain any words. */
  private static final Pattern ABOUT_VIDEO =
      Pattern.compile("ERROR: \\[youtube[^\\]]*\\] [\\w-]{11}: (.*)");

  private YtDlpErrors() {}

  /** Returns what the first error means, or the last line when there is no error. */
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
