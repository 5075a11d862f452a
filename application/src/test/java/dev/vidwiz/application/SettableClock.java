package dev.vidwiz.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class SettableClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-03-01T12:00:00.123456Z");

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves the clock on and returns the new time. */
  public Instant advance(Duration by) {
    now = now.plus(by);
    return now;
  }
}
