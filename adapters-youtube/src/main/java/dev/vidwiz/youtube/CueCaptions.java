package dev.vidwiz.youtube;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * WebVTT and SubRip: a line with the time, and the lines that are shown. What stands between cues,
 * such as numbers, notes and styles, is left out.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
 */
final class CueCaptions {

  private static final Pattern WEB_VTT = Pattern.compile("WEBVTT(?:[ \\t].*)?");
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d+\\s*");
  private static final String ARROW = "-->";

  private final List<Cue> cues = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private @Nullable CueTime time;

  private CueCaptions() {}

  /** Adds what it reads to {@code captions}; false when this is some other text. */
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
    return lines.size() > first && CueTime.parse(lines.get(first)) != null;
  }

  /** An empty line ends a cue of WebVTT. In SubRip people leave lines empty within one, too. */
  private void readAll(List<String> all, boolean emptyLineEnds) {
    for (String line : all) {
      if (line.contains(ARROW)) {
        leaveOutNumber();
        end();
        time = CueTime.parse(line);
      } else if (line.isEmpty() && emptyLineEnds) {
        end();
      } else if (time != null) {
        lines.add(line);
      }
    }
    end();
  }

  private void leaveOutNumber() {
    if (!lines.isEmpty() && NUMBER.matcher(lines.getLast()).matches()) {
      lines.removeLast();
    }
  }

  private void end() {
    if (time != null) {
      cues.add(Cue.of(time, lines));
    }
    time = null;
    lines.clear();
  }
}
