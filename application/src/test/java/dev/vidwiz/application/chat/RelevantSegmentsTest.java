package dev.vidwiz.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelevantSegmentsTest {

  private static final int SEGMENTS = 10_000;

  /** Three hours of talk, in which one moment is about something of its own. */
  private static final Transcript LONG =
      new Transcript(
          IntStream.range(0, SEGMENTS)
              .mapToObj(
                  i ->
                      new Segment(
                          i * 1.08,
                          1.08,
                          i == 7_000 ? "a heap of pairing pears" : "and so it goes on " + i % 50))
              .toList());

  @Test
  void shows_a_short_transcript_whole() {
    Transcript transcript = new Transcript(List.of(new Segment(0, 1, "a"), new Segment(1, 1, "b")));

    assertThat(new RelevantSegments(transcript, 100).forQuestion("?"))
        .isEqualTo(transcript.segments());
  }

  @Test
  void shows_the_relevant_moment_with_its_neighbors_within_the_budget() {
    List<Segment> shown = new RelevantSegments(LONG, 2_000).forQuestion("What is a pairing heap?");

    assertThat(shown).containsAll(LONG.segments().subList(6_997, 7_004));
    assertThat(shown.stream().mapToInt(TranscriptLine::tokens).sum()).isLessThanOrEqualTo(2_000);
    assertThat(shown).isSortedAccordingTo(Comparator.comparingDouble(Segment::offset));
  }

  @Test
  void shows_a_sample_of_everything_when_nothing_is_relevant() {
    List<Segment> shown = new RelevantSegments(LONG, 2_000).forQuestion("Summarise!");

    assertThat(shown).hasSizeGreaterThan(100);
    assertThat(shown.getLast().offset()).isGreaterThan(8_000);
  }

  @Test
  void works_with_a_budget_that_fits_no_segment() {
    assertThat(new RelevantSegments(LONG, 1).forQuestion("heap")).isEmpty();
  }
}
