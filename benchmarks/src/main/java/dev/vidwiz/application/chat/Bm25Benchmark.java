package dev.vidwiz.application.chat;

import dev.vidwiz.bench.micro.MicroBenchmark;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The search for the segments that are relevant to a question. */
public class Bm25Benchmark extends MicroBenchmark {

  private static final int VOCABULARY = 3_000;
  private static final int WORDS = 8;

  /** The number of segments of a video of 20 minutes, and of two hours. */
  @Param({"400", "2400"})
  int segments;

  private List<String> texts = List.of();
  private String question = "";

  /**
   * Words are as frequent as in speech (Zipf's law): the word of rank n is 1/n as frequent as the
   * first.
   */
  @Setup
  public void createTranscript() {
    Random random = new Random(25);
    texts = IntStream.range(0, segments).mapToObj(i -> sentence(random)).toList();
    question = "What does " + sentence(random) + " mean?";
  }

  @Benchmark
  public int[] rank() {
    return new Bm25(texts).rank(question);
  }

  private static String sentence(Random random) {
    return random
        .doubles(WORDS)
        .mapToObj(x -> word((int) Math.pow(VOCABULARY, x)))
        .collect(Collectors.joining(" "));
  }

  private static String word(int rank) {
    return "Word" + Integer.toString(rank * 7_919, 36).replaceAll("[0-9]", "e");
  }
}
