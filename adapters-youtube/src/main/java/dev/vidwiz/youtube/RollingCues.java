package dev.vidwiz.youtube;

import java.util.List;

/**
 * Generated captions as WebVTT show two lines that roll up: each comes word by word, then stays as
 * the upper one while the next is spoken. Each line is taken once, when it is spoken.
 */
final class RollingCues {

  private RollingCues() {}

  /** Adds each caption once. A line that somebody wrote twice is two captions. */
  static void addTo(Captions captions, List<Cue> cues) {
    boolean rolling = areRolling(cues);
    for (int i = 0; i < cues.size(); i++) {
      cues.get(i).addTo(captions, rolling ? linesKept(cues, i) : 0);
    }
  }

  /**
   * Songs repeat lines as well, and may have a time for each word. But only rolling captions keep
   * lines in most of the cues that follow one another.
   */
  private static boolean areRolling(List<Cue> cues) {
    int following = 0;
    int keeping = 0;
    boolean marked = false;
    for (int i = 1; i < cues.size(); i++) {
      boolean keeps = linesKept(cues, i) > 0;
      following += cues.get(i).follows(cues.get(i - 1)) ? 1 : 0;
      keeping += keeps ? 1 : 0;
      marked |= cues.get(i - 1).hasTimedWords() || (keeps && cues.get(i).isFiller());
    }
    return marked && 2 * keeping > following;
  }

  private static int linesKept(List<Cue> cues, int i) {
    return i > 0 && cues.get(i).follows(cues.get(i - 1))
        ? cues.get(i).linesKeptFrom(cues.get(i - 1))
        : 0;
  }
}
