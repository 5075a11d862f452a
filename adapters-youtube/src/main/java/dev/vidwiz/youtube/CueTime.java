package dev.vidwiz.youtube;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line above the text of a cue: when it is shown, in milliseconds. Its settings are left out.
 */
record CueTime(long start, long end) {

  private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
  private static final Pattern LINE =
      Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");

  /** Returns the time, or null when the line tells none. */
  static @Nullable CueTime parse(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches() ? new CueTime(millis(matcher, 0), millis(matcher, 4)) : null;
  }

  long duration() {
    return end - start;
  }

  private static long millis(Matcher matcher, int before) {
    String hours = matcher.group(before + 1);
    String fraction = matcher.group(before + 4) + "00";
    long minutes =
        (hours == null ? 0 : Long.parseLong(hours) * 60)
            + Long.parseLong(matcher.group(before + 2));
    return (minutes * 60 + Long.parseLong(matcher.group(before + 3))) * 1000
        + Long.parseLong(fraction.substring(0, 3));
  }
}
