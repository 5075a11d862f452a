package dev.vidwiz.bootstrap.settings;

/** Where the rate limits' buckets are: in this server alone, or shared through the database. */
public enum RateLimitStore {
  MEMORY,
  DATABASE
}
