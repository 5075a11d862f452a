package dev.vidwiz.application.note;

/**
 * What a user can still store before their stored total is read again, and what calls are adding
 * now. A total does not contain the additions of calls that have not ended, so they are subtracted.
 * Thread-safe.
 */
final class NoteAllowance {

  /** Up to so many servers together stay within the limits. */
  private static final int SHARE = 16;

  private NoteUsage left = NoteUsage.NONE;
  private NoteUsage open = NoteUsage.NONE;
  private NoteUsage unchecked = NoteUsage.NONE;
  private NoteUsage ended = NoteUsage.NONE;

  /** A call begins to add. Tells whether the allowance is enough, and takes it if so. */
  synchronized boolean begin(NoteUsage added) {
    open = open.plus(added);
    return take(added);
  }

  /** A call has ended, whether it added or not. */
  synchronized void end(NoteUsage added, boolean wasUnchecked) {
    open = open.minus(added);
    ended = ended.plus(added);
    if (wasUnchecked) {
      unchecked = unchecked.minus(added);
    }
  }

  /** Returns the sum of all ended calls. */
  synchronized NoteUsage ended() {
    return ended;
  }

  /** Returns what calls add now without a check. */
  synchronized NoteUsage unchecked() {
    return unchecked;
  }

  /**
   * Like {@link #begin}, for a call that has begun, after another look at the total.
   *
   * @param free what the total leaves
   * @param endedBefore the result of {@link #ended} before that look
   */
  synchronized boolean renew(NoteUsage free, NoteUsage endedBefore, NoteUsage added) {
    left = free.minus(open).minus(ended.minus(endedBefore)).dividedBy(SHARE);
    if (take(added)) {
      return true;
    }
    // The call is checked, so that all later calls must see it.
    left = NoteUsage.NONE;
    return false;
  }

  private boolean take(NoteUsage added) {
    if (!left.fits(added)) {
      return false;
    }
    left = left.minus(added);
    unchecked = unchecked.plus(added);
    return true;
  }
}
