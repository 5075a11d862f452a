package dev.vidwiz.application.task;

import dev.vidwiz.application.limit.DailyCounts;
import dev.vidwiz.application.limit.DailyLimitException;
import dev.vidwiz.domain.task.Requester;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Counts the new videos that each requester opens. */
public final class NewVideoQuota {

  private final DailyCounts counts;
  private final NewVideoLimits limits;

  /** Holds requesters to the given limits. */
  public NewVideoQuota(DailyCounts counts, NewVideoLimits limits) {
    this.counts = counts;
    this.limits = limits;
  }

  /** Returns the name under which the new videos of a requester are counted. */
  public static String subject(Requester requester) {
    return "videos:" + requester.code();
  }

  /** Returns the day in which something is counted. */
  public static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Returns how many a requester may open in a day. */
  int limit(Requester requester) {
    return limits.of(requester);
  }

  /**
   * Counts one more.
   *
   * @throws DailyLimitException when the requester has opened as many as they may
   */
  void take(Requester requester, Instant now) {
    int limit = limits.of(requester);
    if (limit != Integer.MAX_VALUE && !counts.spendIfLeft(subject(requester), day(now), limit)) {
      throw new DailyLimitException(
          limit, requester.isGuest() ? "guest new videos" : "new videos", now);
    }
  }
}
