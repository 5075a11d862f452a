package dev.vidwiz.domain.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptTest {

  @Test
  void is_sorted_by_time() {
    Transcript transcript =
        new Transcript(List.of(new Segment(9, 1, "b"), new Segment(0, 20, "a")));

    assertThat(transcript.segments()).extracting(Segment::text).containsExactly("a", "b");
    assertThat(transcript.end()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00", "65, 1:05", "3599, 59:59", "3600, 1:00:00", "36061, 10:01:01"})
  void moments_are_formatted_as_in_players(long seconds, String clock) {
    assertThat(new Moment(seconds).clock()).isEqualTo(clock);
  }
}
