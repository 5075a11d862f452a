package dev.vidwiz.application.fetch;

/**
 * How much a worker asks of the source.
 *
 * @param concurrency how many videos it fetches at a time, of each task type; at least 1
 * @param perHour of how many videos it tries to fetch the transcript in any hour; at least 1
 */
public record FetchSettings(int concurrency, int perHour) {

  /** What a source bears from a guest. */
  public static final FetchSettings DEFAULTS = new FetchSettings(2, 250);

  /** Checks the bounds. */
  public FetchSettings {
    if (concurrency < 1 || perHour < 1) {
      throw new IllegalArgumentException(concurrency + " at a time, " + perHour + " per hour");
    }
  }
}
