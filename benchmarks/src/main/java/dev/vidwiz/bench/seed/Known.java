package dev.vidwiz.bench.seed;

/**
 * What the load relies on in every seeded database: the first user has ten notes on the first video
 * and one on each of the 500 after it. Video n is called {@code Lecture n − 2 on databases and
 * systems} among those.
 */
public final class Known {

  /** The id of the user. */
  public static final long USER = 1;

  /** The user's e-mail. */
  public static final String EMAIL = "user1@example.com";

  /** How many videos the user has. */
  public static final int VIDEOS = 501;

  /** How many notes the user has. */
  public static final int NOTES = 510;

  /** The video with ten notes. */
  public static final String TEN_NOTES = videoId(1);

  private static final long FACTOR = 654_435_761_713L;
  private static final long MASK = (1L << 40) - 1;

  private Known() {}

  /**
   * Returns the id of a video by its number, from 1. As on YouTube, ids that were made one after
   * the other lie far apart, so that indexes are used all over.
   */
  public static String videoId(long number) {
    return "v%010x".formatted((number * FACTOR) & MASK);
  }
}
