package dev.vidwiz.application.health;

/** How a part is. */
public enum Status {
  UP,
  /** It is there, and does less than it should. */
  DEGRADED,
  DOWN,
  NOT_CONFIGURED
}
