package dev.vidwiz.application.fetch;

import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.application.worker.NextTry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The rests of a worker since its source last answered. A rest is {@link Kind#BLOCKED} or, less
 * severe, {@link Kind#UNREACHABLE}. Not thread-safe.
 */
final class Rests {

  private static final Duration MAX = Duration.ofHours(6);

  /** Parked tasks become available at random times within this time after the rest. */
  private static final Duration SPREAD = Duration.ofSeconds(30);

  private record Rest(Kind kind, String reason, Instant until) {}

  private final RandomGenerator random;
  private final ExponentialDelay blocked;
  private final ExponentialDelay unreachable;
  private final Map<Kind, Integer> earlier = new EnumMap<>(Kind.class);
  private @Nullable Rest last;
  private long number;

  Rests(RandomGenerator random) {
    this.random = random;
    this.blocked = new ExponentialDelay(Duration.ofMinutes(15), MAX, random);
    this.unreachable = new ExponentialDelay(Duration.ofMinutes(1), Duration.ofMinutes(15), random);
  }

  /** Returns how many rests there have been. */
  long number() {
    return number;
  }

  boolean isResting(Instant now) {
    return last != null && now.isBefore(last.until());
  }

  /** Tells whether the current rest is at least as severe. */
  boolean covers(Kind kind, Instant now) {
    return isResting(now) && (kind() == kind || kind() == Kind.BLOCKED);
  }

  void begin(Kind kind, String reason, @Nullable Duration least, Instant now) {
    ExponentialDelay delay = kind == Kind.BLOCKED ? blocked : unreachable;
    int before = earlier.merge(kind, 1, Integer::sum) - 1;
    Duration time = delay.after(before, least == null ? Duration.ZERO : bounded(least));
    last = new Rest(kind, reason, now.plus(time));
    number++;
  }

  /** Extends the current rest to at least this time from now. */
  void prolong(@Nullable Duration least, Instant now) {
    if (least != null) {
      Instant until = now.plus(bounded(least));
      if (until.isAfter(until())) {
        last = new Rest(kind(), reason(), until);
      }
    }
  }

  /** The source answers again. */
  void end() {
    last = null;
    earlier.clear();
  }

  Kind kind() {
    return present().kind();
  }

  String reason() {
    return present().reason();
  }

  Instant until() {
    return present().until();
  }

  /** Returns how to park a task during the current rest. */
  Permission.Denied refusal(String why, Instant now) {
    String sentence =
        kind() == Kind.BLOCKED
            ? "YouTube is refusing this server at the moment"
            : "YouTube cannot be reached at the moment";
    return new Permission.Denied(
        Duration.between(now, until()).plusMillis(random.nextLong(SPREAD.toMillis())),
        why + reason(),
        NextTry.sentence(sentence, until(), now));
  }

  private static Duration bounded(Duration asked) {
    return asked.compareTo(MAX) > 0 ? MAX : asked;
  }

  private Rest present() {
    return Objects.requireNonNull(last, "no rest has begun");
  }
}
