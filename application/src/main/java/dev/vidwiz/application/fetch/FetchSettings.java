package dev.vidwiz.application.fetch;

/**
 * The load that a worker puts on a source.
 *
 * @param concurrency the videos fetched at a time, per task type; at least 1
 * @param perHour the maximum number of transcript fetches in any hour; at least 1
 */
public record FetchSettings(int concurrency, int perHour) {

  /** A load that YouTube tolerates. */
  public static final FetchSettings DEFAULTS = new FetchSettings(2, 250);

  /** Checks the bounds. */
  public FetchSettings {
    if (concurrency < 1 || perHour < 1) {
      throw new IllegalArgumentException(concurrency + " at a time, " + perHour + " per hour");
    }
  }
}
