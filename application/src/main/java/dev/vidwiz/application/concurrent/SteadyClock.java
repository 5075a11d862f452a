package dev.vidwiz.application.concurrent;

import java.time.InstantSource;

/**
 * A clock that also tells how time passes. The system's clock can be set, back or forward; what
 * lives in memory measures time by {@link #steady} instead.
 */
public interface SteadyClock extends InstantSource {

  /**
   * Returns a clock that is never set: the difference of two of its times is the time that passed.
   */
  InstantSource steady();

  /** Returns the steady clock of one that has one, else the clock itself. */
  static InstantSource of(InstantSource clock) {
    return clock instanceof SteadyClock both ? both.steady() : clock;
  }
}
