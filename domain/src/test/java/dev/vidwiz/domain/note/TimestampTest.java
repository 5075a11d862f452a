package dev.vidwiz.domain.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

  @ParameterizedTest
  @ValueSource(strings = {"1:23", "01:02:03", " 1:23 ", "at 1:2", ":12", "12:"})
  void is_kept_unchanged(String text) {
    assertThat(Timestamp.parse(text)).isEqualTo(Parsed.accepted(new Timestamp(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "1:", "a:b", ":::"})
  void needs_a_colon_and_two_digits(String text) {
    assertThat(Timestamp.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void has_32_characters_at_most() {
    assertThat(Timestamp.parse("1:23" + " ".repeat(28))).isInstanceOf(Parsed.Accepted.class);
    assertThat(Timestamp.parse("1:23" + " ".repeat(29)))
        .isEqualTo(Parsed.refused(Refusal.Reason.TOO_LONG, "must have at most 32 characters"));
  }

  @ParameterizedTest
  @CsvSource({
    "1:23, 83",
    "01:02:03, 3723",
    "at 1:2, 62",
    ":12, 12",
    "12:, 720",
    "99:59:59, 359999"
  })
  void returns_the_moment_in_seconds(String text, long seconds) {
    assertThat(new Timestamp(text).seconds()).isEqualTo(seconds);
  }
}
