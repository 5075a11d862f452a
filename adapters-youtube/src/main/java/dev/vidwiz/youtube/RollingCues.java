package dev.vidwiz.youtube;

import java.util.List;

/**
 * Adds roll-up captions, as YouTube generates them in WebVTT. They show two lines: the lower one
 * appears word by word, then moves up while the next one is spoken. Each line becomes one segment.
 */
final class RollingCues {

  private RollingCues() {}

  /** Adds each line once. A line that is repeated on purpose is added again. */
  static void addTo(Captions captions, List<Cue> cues) {
    boolean rolling = areRolling(cues);
    for (int i = 0; i < cues.size(); i++) {
      cues.get(i).addTo(captions, rolling ? linesKept(cues, i) : 0);
    }
  }

  /**
   * Songs repeat lines, too, and may have a time for each word. But only roll-up captions keep
   * lines in most of the consecutive cues.
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
