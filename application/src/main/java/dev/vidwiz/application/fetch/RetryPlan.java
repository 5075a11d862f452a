package dev.vidwiz.application.fetch;

import dev.vidwiz.application.fetch.Fetched.NotYet;
import dev.vidwiz.application.fetch.Fetched.Withheld;
import dev.vidwiz.application.worker.NextTry;
import dev.vidwiz.application.worker.TaskReport.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides when a withheld video is retried, and what users are told. */
final class RetryPlan {

  /** The longest postponement. */
  private static final Duration MAX = Duration.ofDays(1);

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final ExponentialDelay withheld;
  private final ExponentialDelay notYet;

  RetryPlan(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.withheld = new ExponentialDelay(Duration.ofMinutes(15), Duration.ofHours(12), random);
    this.notYet = new ExponentialDelay(Duration.ofHours(1), MAX, random);
  }

  /** Returns the report on a task after this number of postponements. */
  Result.Failure after(Withheld<?> result, int postponements) {
    return later(
        result.reason(),
        "YouTube is withholding the transcript of this video at the moment",
        withheld.after(postponements));
  }

  /** Returns the report on a task after this number of postponements. */
  Result.Failure after(NotYet<?> result, int postponements) {
    return later(
        result.reason(),
        switch (result.cause()) {
          case AGE_RESTRICTED -> "YouTube shows this video only to adults who are signed in";
          case LIVE -> "The transcript of a live video is made after its end";
          case UPCOMING -> "This video has not begun yet";
        },
        switch (result.cause()) {
          case AGE_RESTRICTED -> MAX;
          case LIVE -> notYet.after(postponements);
          case UPCOMING -> untilStart(result.startsAt(), postponements);
        });
  }

  private Duration untilStart(@Nullable Instant startsAt, int postponements) {
    Instant now = clock.instant();
    return startsAt == null || !startsAt.isAfter(now)
        ? notYet.after(postponements)
        : Duration.between(now, startsAt);
  }

  private Result.Failure later(String reason, String sentence, Duration delay) {
    Duration wait = delay.compareTo(MAX) > 0 ? MAX : delay;
    if (wait.compareTo(SHORTEST) < 0) {
      wait = SHORTEST;
    }
    Instant now = clock.instant();
    return new Result.Failure(
        reason, NextTry.sentence(sentence, now.plus(wait), now), false, wait, false);
  }
}
