package dev.vidwiz.application.limit;

import java.time.Duration;

/**
 * What came of taking a call out of a bucket.
 *
 * @param granted whether there was one left
 * @param remaining how many are left now
 * @param resetIn until the bucket is full again, all at once
 */
public record Taken(boolean granted, long remaining, Duration resetIn) {}
