package dev.vidwiz.application.chat;

import dev.vidwiz.application.observer.Quota;
import java.time.Duration;

/**
 * A daily quota of which nothing is left.
 *
 * @param messages how many messages a day it allows
 * @param quota which of the quotas it is
 * @param resetIn how long until the next midnight UTC
 */
public record SpentQuota(int messages, Quota quota, Duration resetIn) {

  /** Tells whether it is a quota of guests. */
  public boolean guest() {
    return quota != Quota.USER;
  }
}
