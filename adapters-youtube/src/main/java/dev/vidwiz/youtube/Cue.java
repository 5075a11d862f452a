package dev.vidwiz.youtube;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What WebVTT and SubRip show at a time.
 *
 * @param lines those that show something, as plain text
 * @param wordByWord which of them are the first to say when each word is spoken; their number when
 *     none does
 */
record Cue(CueTime time, List<String> lines, int wordByWord) {

  /** The most that two moments differ by that are meant to be the same, in milliseconds. */
  private static final int INSTANT = 50;

  private static final Pattern WORD_TIME = Pattern.compile("<\\d[\\d:.]*>");
  private static final Pattern POSITION = Pattern.compile("\\{\\\\[^}]*\\}");

  /** Takes lines as they stand in a file. */
  static Cue of(CueTime time, List<String> marked) {
    List<String> lines = new ArrayList<>();
    int wordByWord = Integer.MAX_VALUE;
    for (String line : marked) {
      String untimed = WORD_TIME.matcher(line).replaceAll("");
      String plain = Captions.plain(POSITION.matcher(untimed).replaceAll(""));
      if (!plain.isEmpty()) {
        wordByWord = untimed.equals(line) ? wordByWord : Math.min(wordByWord, lines.size());
        lines.add(plain);
      }
    }
    return new Cue(time, lines, Math.min(wordByWord, lines.size()));
  }

  boolean isWordByWord() {
    return wordByWord < lines.size();
  }

  /** Tells whether nobody could read it in its time: it fills the gap between two others. */
  boolean isInstant() {
    return time.duration() <= INSTANT;
  }

  /** Tells whether it takes the place of another one at once. */
  boolean follows(Cue before) {
    return Math.abs(time.start() - before.time.end()) <= INSTANT;
  }

  /** Returns how many of its first lines are the last ones of another, still shown. */
  int linesKeptFrom(Cue before) {
    for (int n = Math.min(wordByWord, before.lines.size()); n > 0; n--) {
      int shown = before.lines.size();
      if (lines.subList(0, n).equals(before.lines.subList(shown - n, shown))) {
        return n;
      }
    }
    return 0;
  }

  /** Returns the text without its first lines. */
  String textAfter(int skipped) {
    return String.join(" ", lines.subList(skipped, lines.size()));
  }
}
