package dev.vidwiz.application.observer;

/** Whose messages of a day are counted. */
public enum Quota {
  USER,
  GUEST,
  /** Those of all guests from one network address. */
  GUEST_ADDRESS
}
