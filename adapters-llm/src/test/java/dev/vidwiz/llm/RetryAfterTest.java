package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    " 7 , PT7S",
    "86400, P1D",
    "86401, P1D",
    "99999999999999999999999, P1D",
    "'Sun, 01 Mar 2026 12:00:30 GMT', PT30S",
    "'Sun, 01 Mar 2026 11:59:00 GMT', PT0S",
    "'Wed, 01 Mar 2045 12:00:00 GMT', P1D"
  })
  void seconds_and_dates_are_understood(String value, Duration wait) {
    assertThat(RetryAfter.parse(value, NOW)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "2026-03-01T12:00:00Z", "Sun, 99 Mar 2026"})
  void other_values_are_ignored(String value) {
    assertThat(RetryAfter.parse(value, NOW)).isNull();
  }

  @Test
  void the_longest_wait_is_a_day() {
    assertThat(RetryAfter.MAX).isEqualTo(Duration.ofDays(1));
  }
}
