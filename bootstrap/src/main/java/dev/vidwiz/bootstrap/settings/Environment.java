package dev.vidwiz.bootstrap.settings;

/** Where this server runs. */
public enum Environment {
  LOCAL,
  STAGING,
  PRODUCTION
}
