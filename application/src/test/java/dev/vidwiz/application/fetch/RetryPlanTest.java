package dev.vidwiz.application.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.fetch.Fetched.NotYet;
import dev.vidwiz.application.fetch.Fetched.NotYet.Cause;
import dev.vidwiz.application.fetch.Fetched.Withheld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

  /** 12:00:00 and a bit. */
  private final SettableClock clock = new SettableClock();

  private final RetryPlan plan = new RetryPlan(clock, () -> 0);

  @Test
  void a_withheld_video_is_retried_later_each_time() {
    assertThat(delays(Fetched.Withheld::new))
        .startsWith(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1))
        .endsWith(Duration.ofHours(12));
    assertThat(plan.after(new Withheld<>("android: no captions"), 0).error())
        .isEqualTo("android: no captions");
    assertThat(plan.after(new Withheld<>("android: no captions"), 0).sentence())
        .isEqualTo(
            "YouTube is withholding the transcript of this video at the moment; next try at 12:16"
                + " UTC.");
  }

  @Test
  void a_live_video_is_retried_later_each_time_up_to_a_day() {
    assertThat(delays(reason -> notYet(Cause.LIVE, null)))
        .startsWith(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4))
        .endsWith(Duration.ofDays(1));
    assertThat(plan.after(notYet(Cause.LIVE, null), 0).sentence())
        .isEqualTo("The transcript of a live video is made after its end; next try at 13:01 UTC.");
  }

  @Test
  void an_age_restricted_video_is_retried_once_a_day() {
    assertThat(delays(reason -> notYet(Cause.AGE_RESTRICTED, null)))
        .containsOnly(Duration.ofDays(1));
  }

  @Test
  void a_premiere_is_retried_at_its_start_or_once_a_day() {
    assertThat(untilStart(Duration.ofMinutes(90))).isEqualTo(Duration.ofMinutes(90));
    assertThat(untilStart(Duration.ofDays(3))).isEqualTo(Duration.ofDays(1));
    assertThat(untilStart(Duration.ofMillis(5))).isEqualTo(Duration.ofMinutes(1));
    assertThat(untilStart(Duration.ofHours(-5))).isEqualTo(Duration.ofHours(4));
    assertThat(plan.after(notYet(Cause.UPCOMING, null), 1).retryAfter())
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void retries_have_a_jitter_and_a_maximum_of_a_day() {
    RetryPlan random = new RetryPlan(clock, new Random(7));
    List<Duration> delays =
        IntStream.range(0, 100)
            .mapToObj(i -> random.after(new Withheld<>("none"), 0).retryAfter())
            .toList();

    assertThat(delays)
        .allSatisfy(
            delay -> assertThat(delay).isBetween(Duration.ofMinutes(15), Duration.ofSeconds(990)));
    assertThat(delays.stream().distinct().count()).isGreaterThan(50);
    assertThat(random.after(notYet(Cause.LIVE, null), 1_000).retryAfter())
        .isEqualTo(Duration.ofDays(1));
  }

  private @Nullable Duration untilStart(Duration ahead) {
    return plan.after(notYet(Cause.UPCOMING, clock.instant().plus(ahead)), 2).retryAfter();
  }

  private List<Duration> delays(Function<String, Fetched<String>> result) {
    return IntStream.range(0, 10)
        .mapToObj(
            postponements ->
                switch (result.apply("none")) {
                  case Withheld<String> withheld -> plan.after(withheld, postponements);
                  case NotYet<String> notYet -> plan.after(notYet, postponements);
                  default -> throw new IllegalStateException();
                })
        .map(failure -> failure.retryAfter())
        .toList();
  }

  private static NotYet<String> notYet(Cause cause, @Nullable Instant startsAt) {
    return new NotYet<>(cause, startsAt, "not yet");
  }
}
