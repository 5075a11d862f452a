package dev.vidwiz.youtube;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads WebVTT and SubRip. A cue has a line with its times, and the lines that are shown. Numbers,
 * notes and styles between cues are skipped.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
 */
final class CueCaptions {

  private static final Pattern WEB_VTT = Pattern.compile("WEBVTT(?:[ \\t].*)?");
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d+\\s*");

  private static final String TIMESTAMP = "((?:\\d{1,4}:)?\\d{1,2}:\\d{1,2}[.,]\\d{1,3})";
  private static final Pattern TIME =
      Pattern.compile("\\s*" + TIMESTAMP + "\\s*-->\\s*" + TIMESTAMP + "(?:\\s.*)?");

  private final List<Cue> cues = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private @Nullable MatchResult time;

  private CueCaptions() {}

  /** Adds the segments to {@code captions}; false when the format is another one. */
  static boolean read(String text, Captions captions) {
    List<String> lines = text.lines().toList();
    boolean webVtt = WEB_VTT.matcher(lines.getFirst()).matches();
    if (!webVtt && !isSubRip(lines)) {
      return false;
    }
    CueCaptions file = new CueCaptions();
    file.readAll(lines, webVtt);
    RollingCues.addTo(captions, file.cues);
    return true;
  }

  private static boolean isSubRip(List<String> lines) {
    int first = NUMBER.matcher(lines.getFirst()).matches() ? 1 : 0;
    return lines.size() > first && TIME.matcher(lines.get(first)).matches();
  }

  /** An empty line ends a cue of WebVTT. A cue of SubRip may contain empty lines. */
  private void readAll(List<String> all, boolean emptyLineEnds) {
    for (String line : all) {
      if (line.contains("-->")) {
        if (!lines.isEmpty() && NUMBER.matcher(lines.getLast()).matches()) {
          lines.removeLast();
        }
        end();
        Matcher matcher = TIME.matcher(line);
        time = matcher.matches() ? matcher : null;
      } else if (line.isEmpty() && emptyLineEnds) {
        end();
      } else if (time != null) {
        lines.add(line);
      }
    }
    end();
  }

  private void end() {
    if (time != null) {
      cues.add(Cue.of(millis(time.group(1)), millis(time.group(2)), lines));
    }
    time = null;
    lines.clear();
  }

  private static long millis(String timestamp) {
    double seconds = 0;
    for (String part : timestamp.replace(',', '.').split(":", -1)) {
      seconds = seconds * 60 + Double.parseDouble(part);
    }
    return Math.round(seconds * 1000);
  }
}
