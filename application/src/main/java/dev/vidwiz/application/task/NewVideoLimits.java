package dev.vidwiz.application.task;

import dev.vidwiz.domain.task.Requester;

/**
 * How many videos that nobody asked for before may be opened in a day; 0 is no limit.
 *
 * @param guestPerDay by all guests at one network address
 * @param userPerDay by one user
 */
public record NewVideoLimits(int guestPerDay, int userPerDay) {

  /** What holds unless an operator says otherwise. */
  public static final NewVideoLimits DEFAULTS = new NewVideoLimits(20, 200);

  /** Returns what holds for a requester; {@link Integer#MAX_VALUE} when there is no limit. */
  int of(Requester requester) {
    int limit =
        switch (requester) {
          case Requester.User ignored -> userPerDay;
          case Requester.Guest ignored -> guestPerDay;
          case Requester.Nobody ignored -> 0;
        };
    return limit == 0 ? Integer.MAX_VALUE : limit;
  }
}
