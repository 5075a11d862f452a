package dev.vidwiz.application.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NextTryTest {

  private static final Instant NOW = Instant.parse("2026-11-28T14:00:30Z");

  @Test
  void is_in_utc_rounded_up_to_the_minute() {
    assertThat(NextTry.sentence("It is live", Instant.parse("2026-11-28T14:04:01Z"), NOW))
        .isEqualTo("It is live; next try at 14:05 UTC.");
    assertThat(NextTry.sentence("It is live", Instant.parse("2026-11-28T14:05:00Z"), NOW))
        .isEqualTo("It is live; next try at 14:05 UTC.");
  }

  @Test
  void has_its_date_when_it_is_more_than_a_day_away() {
    assertThat(NextTry.time(Instant.parse("2026-11-29T14:00:30Z"), NOW)).isEqualTo("14:01 UTC");
    assertThat(NextTry.time(Instant.parse("2026-11-29T14:01:00Z"), NOW))
        .isEqualTo("14:01 UTC on November 29");
  }

  @Test
  void is_removed_from_a_sentence_without_a_retry() {
    String sentence = NextTry.sentence("It is live", NOW, NOW);

    assertThat(NextTry.withoutNextTry(sentence)).isEqualTo("It is live.");
    assertThat(NextTry.withoutNextTry("It is private.")).isEqualTo("It is private.");
  }
}
