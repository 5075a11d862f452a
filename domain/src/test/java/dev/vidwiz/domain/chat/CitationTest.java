package dev.vidwiz.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {

  private static final Transcript TWO_HOURS =
      new Transcript(List.of(new Segment(10, 5, "first"), new Segment(7_190, 10, "last")));

  @Test
  void is_found_in_brackets_with_or_without_hours() {
    assertThat(Citation.in("See [1:05], [01:30:00] and [95:00].", TWO_HOURS))
        .containsExactly(
            new Citation("1:05", 65),
            new Citation("01:30:00", 5_400),
            new Citation("95:00", 5_700));
  }

  @Test
  void is_returned_once() {
    assertThat(Citation.in("[1:05] and again [1:05]", TWO_HOURS)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1:05-1:10] | 1:05,1:10",
        "[1:05 – 01:10] | 1:05,01:10",
        "[1:05 to 1:10] | 1:05,1:10",
        "[00:01:05.250 --> 00:01:10,500] | 00:01:05,00:01:10",
        "[1:05, 1:10; 1:20] | 1:05,1:10,1:20",
        "【1:05】 | 1:05",
        "【1:05†transcript】 | 1:05",
        "［1：05］ | 1:05",
        "[1:05.5] | 1:05",
        "[ 1:05 ] | 1:05",
        "[1:05-9:00:00] | 1:05",
      })
  void may_be_a_range_a_list_or_in_other_brackets(String text, String timestamps) {
    assertThat(Citation.in(text, TWO_HOURS))
        .extracting(Citation::timestamp)
        .containsExactly(timestamps.split(","));
  }

  @Test
  void is_left_out_when_it_is_outside_the_transcript() {
    assertThat(Citation.in("[2:00:00] [2:00:01] [9:00:00]", TWO_HOURS))
        .containsExactly(new Citation("2:00:00", 7_200));
    assertThat(Citation.in("[0:00]", new Transcript(List.of()))).isEmpty();
  }

  @Test
  void is_not_found_in_similar_text() {
    assertThat(
            Citation.in(
                "1:05 (1:05) [1:5] [1:60] [1:05 Uhr] [note: 12] [1:2:3:04] [1:05-] [1:05 1:10]",
                TWO_HOURS))
        .isEmpty();
  }
}
