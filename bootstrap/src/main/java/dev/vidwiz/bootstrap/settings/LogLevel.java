package dev.vidwiz.bootstrap.settings;

/** The lowest level that is logged; {@code WARNING} is the name in older servers. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  WARNING,
  ERROR
}
