package dev.vidwiz.application.chat;

import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses what a model is shown of a transcript that is too long for it: the segments that fit the
 * question best, each with its neighbours, as long as the budget lasts. What is left of the budget
 * goes to segments spread evenly over the video, so that questions about the whole have something
 * to rest on.
 */
final class RelevantSegments {

  /** A few words make little sense alone: so many segments on each side come with them. */
  private static final int NEIGHBOURS = 3;

  private final List<Segment> segments;
  private final int budget;

  /** Chooses from a transcript so that the lines cost at most {@code budget} tokens. */
  RelevantSegments(Transcript transcript, int budget) {
    this.segments = transcript.segments();
    this.budget = budget;
  }

  /** Returns the chosen segments in the order of time; all of them when they fit. */
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

  /** The segments chosen so far, and what is left to spend. */
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
