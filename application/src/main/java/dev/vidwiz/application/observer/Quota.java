package dev.vidwiz.application.observer;

/** The subject of a daily quota. */
public enum Quota {
  USER,
  GUEST,
  /** All guests with one network address. */
  GUEST_ADDRESS
}
