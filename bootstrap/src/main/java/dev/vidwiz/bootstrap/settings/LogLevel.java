package dev.vidwiz.bootstrap.settings;

/** From which level on events are logged; {@code WARNING} is what older servers say. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  WARNING,
  ERROR
}
