package dev.vidwiz.application.chat;

import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Selects the segments for a prompt when a transcript is too long: those most relevant to the
 * question with their neighbors, within the budget. The rest of the budget goes to segments spread
 * evenly over the video, for questions about the whole video.
 */
final class RelevantSegments {

  /** How many segments on each side of a relevant one are context. */
  private static final int NEIGHBOURS = 3;

  private final List<Segment> segments;
  private final int budget;

  /** Selects lines of at most {@code budget} tokens in total. */
  RelevantSegments(Transcript transcript, int budget) {
    this.segments = transcript.segments();
    this.budget = budget;
  }

  /** Returns the selected segments, sorted by time; all of them when they fit. */
  List<Segment> forQuestion(String question) {
    int[] cost = segments.stream().mapToInt(TranscriptLine::tokens).toArray();
    if (IntStream.of(cost).asLongStream().sum() <= budget) {
      return segments;
    }
    Choice choice = new Choice(cost);
    for (int best : new Bm25(segments.stream().map(Segment::text).toList()).rank(question)) {
      choice.addAround(best);
    }
    for (int step = Integer.highestOneBit(segments.size()); step > 0; step /= 2) {
      for (int i = 0; i < segments.size(); i += step) {
        choice.add(i);
      }
    }
    return choice.chosen.stream().mapToObj(segments::get).toList();
  }

  /** The segments selected so far, and the rest of the budget. */
  private final class Choice {

    private final BitSet chosen = new BitSet();
    private final int[] cost;
    private int left = budget;

    Choice(int[] cost) {
      this.cost = cost;
    }

    void addAround(int index) {
      add(index);
      for (int distance = 1; distance <= NEIGHBOURS; distance++) {
        add(index - distance);
        add(index + distance);
      }
    }

    void add(int index) {
      if (index >= 0 && index < cost.length && !chosen.get(index) && cost[index] <= left) {
        chosen.set(index);
        left -= cost[index];
      }
    }
  }
}
