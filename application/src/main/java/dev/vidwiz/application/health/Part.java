package dev.vidwiz.application.health;

import java.time.Duration;

/** What a server relies on. */
public enum Part {
  DATABASE(true),
  MIGRATIONS(true),
  TRANSCRIPT_STORE(false),
  JOB_QUEUE(false),
  CHAT_MODEL(false),
  /** What the built-in worker fetches from. */
  VIDEO_SOURCE(false);

  private static final Duration BRIEF = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final boolean decisive;

  Part(boolean decisive) {
    this.decisive = decisive;
  }

  /** Tells whether the server can do nothing without it. */
  boolean isDecisive() {
    return decisive;
  }

  /** Returns for how long what was seen counts; others pay for being looked at. */
  Duration trusted() {
    return decisive ? BRIEF : LONG;
  }
}
