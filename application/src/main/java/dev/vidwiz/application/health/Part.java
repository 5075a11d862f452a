package dev.vidwiz.application.health;

import java.time.Duration;

/** What a server relies on. */
public enum Part {
  DATABASE(true),
  MIGRATIONS(true),
  TRANSCRIPTS_S3(false),
  SQS(false),
  LLM(false),
  /** What the built-in worker fetches from. */
  YOUTUBE(false);

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
