package dev.vidwiz.application.health;

/** The status of a part. */
public enum Status {
  UP,
  /** The part works only partly. */
  DEGRADED,
  DOWN,
  NOT_CONFIGURED
}
