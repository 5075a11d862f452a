package dev.vidwiz.bootstrap.settings;

/** Who does the work that tasks and AI jobs ask for: this server, or others. */
public enum Workers {
  BUILTIN,
  NONE
}
