package dev.vidwiz.application.task;

import dev.vidwiz.domain.task.Requester;

/**
 * The daily limits of new videos; 0 is no limit.
 *
 * @param guestPerDay of all guests at one network address
 * @param userPerDay of one user
 */
public record NewVideoLimits(int guestPerDay, int userPerDay) {

  /** The defaults. */
  public static final NewVideoLimits DEFAULTS = new NewVideoLimits(20, 200);

  /** Returns the limit of a requester; {@link Integer#MAX_VALUE} when there is no limit. */
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
