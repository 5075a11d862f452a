package dev.vidwiz.application.limit;

import java.time.Duration;

/**
 * The result of taking a call from a bucket.
 *
 * @param granted whether the call is permitted
 * @param remaining the number of calls left
 * @param resetIn the time until the bucket is full again
 */
public record TakeResult(boolean granted, long remaining, Duration resetIn) {}
