package dev.vidwiz.application.health;

/** How a part is. */
public enum Status {
  UP,
  DOWN,
  NOT_CONFIGURED
}
