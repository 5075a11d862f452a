package dev.vidwiz.application.task;

import dev.vidwiz.application.limit.DailyCounts;
import dev.vidwiz.application.limit.DailyLimitException;
import dev.vidwiz.domain.task.Requester;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Counts the new videos of each requester. */
public final class NewVideoQuota {

  private final DailyCounts counts;
  private final NewVideoLimits limits;

  /** Applies the given limits. */
  public NewVideoQuota(DailyCounts counts, NewVideoLimits limits) {
    this.counts = counts;
    this.limits = limits;
  }

  /** Returns the quota subject of a requester. */
  public static String subject(Requester requester) {
    return "videos:" + requester.code();
  }

  /** Returns the day of a count. */
  public static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Returns how many new videos a requester may open per day. */
  int limit(Requester requester) {
    return limits.of(requester);
  }

  /**
   * Counts one new video.
   *
   * @throws DailyLimitException when the requester has reached the limit
   */
  void take(Requester requester, Instant now) {
    int limit = limits.of(requester);
    if (limit != Integer.MAX_VALUE && !counts.spendIfLeft(subject(requester), day(now), limit)) {
      throw new DailyLimitException(
          limit,
          requester.isGuest() ? "guest new videos" : "new videos",
          DailyLimitException.resetIn(now));
    }
  }
}
