package dev.vidwiz.bootstrap.settings;

/**
 * Where the buckets of rate limits are: in the memory of this server, or shared in the database.
 */
public enum RateLimitStore {
  MEMORY,
  DATABASE
}
