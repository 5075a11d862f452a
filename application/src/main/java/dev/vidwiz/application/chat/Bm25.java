package dev.vidwiz.application.chat;

import dev.vidwiz.domain.video.Title;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Ranks texts by relevance to a question with the Okapi BM25 formula and its usual parameters. Rare
 * words weigh more.
 *
 * @see <a href="https://doi.org/10.1561/1500000019">Robertson and Zaragoza, The Probabilistic
 *     Relevance Framework: BM25 and Beyond</a>
 */
final class Bm25 {

  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private record Occurrence(int text, int count) {}

  private final Map<String, List<Occurrence>> occurrences = new HashMap<>();
  private final int[] lengths;
  private final double averageLength;

  /** Indexes the texts. */
  Bm25(List<String> texts) {
    lengths = new int[texts.size()];
    for (int i = 0; i < texts.size(); i++) {
      index(i, words(texts.get(i)));
    }
    averageLength = IntStream.of(lengths).average().orElse(1);
  }

  /** Returns the indexes of the texts that share a word with the question, best first. */
  int[] rank(String question) {
    double[] scores = new double[lengths.length];
    for (String word : new LinkedHashSet<>(words(question))) {
      List<Occurrence> found = occurrences.getOrDefault(word, List.of());
      double rarity = Math.log(1 + (lengths.length - found.size() + 0.5) / (found.size() + 0.5));
      found.forEach(at -> scores[at.text()] += rarity * weight(at));
    }
    return IntStream.range(0, scores.length)
        .filter(i -> scores[i] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void index(int text, List<String> words) {
    lengths[text] = words.size();
    Map<String, Integer> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    counts.forEach(
        (word, count) ->
            occurrences
                .computeIfAbsent(word, none -> new ArrayList<>())
                .add(new Occurrence(text, count)));
  }

  private double weight(Occurrence at) {
    double length = 1 - B + B * lengths[at.text()] / averageLength;
    return at.count() * (K1 + 1) / (at.count() + K1 * length);
  }

  private static List<String> words(String text) {
    return WORD.matcher(Title.fold(text)).results().map(MatchResult::group).toList();
  }
}
