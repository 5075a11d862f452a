package dev.vidwiz.bootstrap.settings;

/** Which workers process tasks and AI jobs: built-in ones, or only external ones. */
public enum Workers {
  BUILTIN,
  NONE
}
