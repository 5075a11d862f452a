package dev.vidwiz.bootstrap.settings;

/** How a log line is written. */
public enum LogFormat {
  TEXT,
  JSON
}
