package dev.vidwiz.application.ai;

import java.time.Duration;
import java.time.InstantSource;

/** Removes AI jobs that were cancelled long ago. */
public final class ForgetCancelledJobs {

  private static final Duration KEPT = Duration.ofDays(90);

  private final Outbox outbox;
  private final InstantSource clock;

  /** Works on the given outbox. */
  public ForgetCancelledJobs(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Keeps cancelled jobs for as long as cancelled tasks, 90 days. */
  public void forget() {
    outbox.removeCancelled(clock.instant().minus(KEPT));
  }
}
