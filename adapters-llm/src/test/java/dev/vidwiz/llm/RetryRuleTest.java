package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class RetryRuleTest {

  private final Random random = new Random();

  @RepeatedTest(20)
  void pauses_double_and_vary() {
    assertThat(pause(0, 10_000, null).orElseThrow())
        .isBetween(Duration.ofMillis(300), Duration.ofMillis(600));
    assertThat(pause(1, 10_000, null).orElseThrow())
        .isBetween(Duration.ofMillis(600), Duration.ofMillis(1200));
  }

  @Test
  void there_are_two_retries_at_most() {
    assertThat(pause(2, 10_000, null)).isEmpty();
  }

  @RepeatedTest(20)
  void never_earlier_than_the_server_asked_nor_later_than_there_is_time() {
    assertThat(pause(0, 10_000, 7L).orElseThrow())
        .isBetween(Duration.ofMillis(7000), Duration.ofMillis(7300));
    assertThat(pause(0, 7_000, 7L)).contains(Duration.ofSeconds(7));
  }

  @Test
  void a_server_that_asks_for_an_earlier_retry_gets_the_usual_one() {
    assertThat(pause(1, 10_000, 0L).orElseThrow()).isGreaterThanOrEqualTo(Duration.ofMillis(600));
  }

  @Test
  void no_retry_when_the_time_left_is_too_short() {
    assertThat(pause(0, 299, null)).isEmpty();
    assertThat(pause(0, 6_999, 7L)).isEmpty();
    assertThat(pause(0, -5, null)).isEmpty();
  }

  @Test
  void retries_have_ten_seconds_together() {
    assertThat(RetryRule.DEFAULT.window()).isEqualTo(Duration.ofSeconds(10));
  }

  private Optional<Duration> pause(int made, long leftMillis, @Nullable Long retryAfter) {
    return RetryRule.DEFAULT.pauseBefore(
        made,
        Duration.ofMillis(leftMillis),
        retryAfter == null ? null : Duration.ofSeconds(retryAfter),
        random);
  }
}
