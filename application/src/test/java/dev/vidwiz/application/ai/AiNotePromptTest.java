package dev.vidwiz.application.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AiNotePromptTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  private final SettableClock clock = new SettableClock();

  /** One segment every ten seconds, five seconds long, from 0:00 to 16:30. */
  private static final List<Segment> SEGMENTS =
      IntStream.range(0, 100).mapToObj(i -> new Segment(i * 10, 5, "segment " + i)).toList();

  @Test
  void shows_the_segments_within_15_seconds_and_15_segments_on_each_side() {
    // 8:20 is second 500: segments 48 (ends 485) to 51 (begins 510) are near.
    assertThat(context("8:20", SEGMENTS)).isEqualTo(SEGMENTS.subList(48 - 15, 51 + 1 + 15));
  }

  @Test
  void shows_fewer_segments_at_the_ends_of_the_video() {
    assertThat(context("0:00", SEGMENTS)).isEqualTo(SEGMENTS.subList(0, 2 + 15));
    assertThat(context("9:00:00", SEGMENTS)).isEqualTo(SEGMENTS.subList(99 - 15, 100));
  }

  @Test
  void shows_the_nearest_segments_when_there_are_none_around_the_moment() {
    List<Segment> gap = List.of(new Segment(0, 1, "before"), new Segment(1_000, 1, "after"));

    assertThat(context("10:00", gap)).isEqualTo(gap);
    assertThat(context("10:00", List.of())).isEmpty();
  }

  @Test
  void a_text_is_made_one_line_without_quotes() {
    assertThat(AiNotePrompt.clean(" \"A note\n of “two” lines.\" "))
        .isEqualTo("A note of two lines.");
    assertThat(AiNotePrompt.clean("'It isn't quoted inside'")).isEqualTo("It isn't quoted inside");
  }

  private List<Segment> context(String timestamp, List<Segment> segments) {
    Note note =
        new Note(
            1, 7, VIDEO, new Timestamp(timestamp), null, false, clock.instant(), clock.instant());
    return new AiNotePrompt(
            note,
            new InMemoryStorage().videos().ensure(VIDEO, null, clock.instant()),
            new Transcript(segments))
        .context();
  }
}
