package dev.vidwiz.youtube;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A cue of WebVTT or SubRip: the lines that are shown together.
 *
 * @param start in milliseconds
 * @param end in milliseconds
 * @param lines those that are not empty, as plain text
 * @param firstTimed the index of the first line with a time for each word, or the number of lines
 */
record Cue(long start, long end, List<String> lines, int firstTimed) {

  /** Times with at most this difference count as equal. */
  private static final int TOLERANCE_MILLIS = 50;

  private static final Pattern WORD_TIME = Pattern.compile("<\\d[\\d:.]*>");
  private static final Pattern POSITION = Pattern.compile("\\{\\\\[^}]*\\}");

  /** Reads the lines of a cue, with their markup. */
  static Cue of(long start, long end, List<String> marked) {
    List<String> lines = new ArrayList<>();
    int firstTimed = Integer.MAX_VALUE;
    for (String line : marked) {
      String untimed = WORD_TIME.matcher(line).replaceAll("");
      String plain = Captions.plain(POSITION.matcher(untimed).replaceAll(""));
      if (!plain.isEmpty()) {
        firstTimed = untimed.equals(line) ? firstTimed : Math.min(firstTimed, lines.size());
        lines.add(plain);
      }
    }
    return new Cue(start, end, lines, Math.min(firstTimed, lines.size()));
  }

  boolean hasTimedWords() {
    return firstTimed < lines.size();
  }

  /** Tells whether it is too short to be read, and only fills the gap between two others. */
  boolean isFiller() {
    return end - start <= TOLERANCE_MILLIS;
  }

  /** Tells whether it starts when another one ends. */
  boolean follows(Cue before) {
    return Math.abs(start - before.end) <= TOLERANCE_MILLIS;
  }

  /** Returns how many of its first lines are the last lines of the cue before. */
  int linesKeptFrom(Cue before) {
    int shown = before.lines.size();
    for (int n = Math.min(firstTimed, shown); n > 0; n--) {
      if (lines.subList(0, n).equals(before.lines.subList(shown - n, shown))) {
        return n;
      }
    }
    return 0;
  }

  /** Adds its text as a segment, without its first lines. */
  void addTo(Captions captions, int skippedLines) {
    String text = String.join(" ", lines.subList(skippedLines, lines.size()));
    captions.addPlain(start / 1000.0, (end - start) / 1000.0, text);
  }
}
