package dev.vidwiz.application.health;

import java.time.Duration;

/** A part that the server depends on. */
public enum Part {
  DATABASE(true),
  MIGRATIONS(true),
  TRANSCRIPT_STORE(false),
  JOB_QUEUE(false),
  CHAT_MODEL(false),
  /** The source of the built-in worker. */
  VIDEO_SOURCE(false);

  private static final Duration BRIEF = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final boolean decisive;

  Part(boolean decisive) {
    this.decisive = decisive;
  }

  /** Tells whether the server is not ready without this part. */
  boolean isDecisive() {
    return decisive;
  }

  /** Returns how long a result is cached. Checks of paid services are cached longer. */
  Duration trusted() {
    return decisive ? BRIEF : LONG;
  }
}
