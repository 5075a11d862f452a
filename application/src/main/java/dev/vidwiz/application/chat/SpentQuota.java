package dev.vidwiz.application.chat;

import dev.vidwiz.application.observer.Quota;
import java.time.Duration;

/**
 * A daily quota that is used up.
 *
 * @param messages the messages that it allows per day
 * @param quota which quota it is
 * @param resetIn the time until the next midnight UTC
 */
public record SpentQuota(int messages, Quota quota, Duration resetIn) {

  /** Tells whether it is a quota for guests. */
  public boolean guest() {
    return quota != Quota.USER;
  }
}
