package dev.vidwiz.bench.seed;

/**
 * The user that exists in every seeded database: the first user has ten notes on the first video
 * and one on each of the next 500. The title of video n of these is {@code Lecture n − 2 on
 * databases and systems}.
 */
public final class KnownUser {

  /** The id. */
  public static final long USER = 1;

  /** The e-mail address. */
  public static final String EMAIL = "user1@example.com";

  /** The number of videos with notes of the user. */
  public static final int VIDEOS = 501;

  /** The number of notes of the user. */
  public static final int NOTES = 510;

  /** The video with ten notes. */
  public static final String TEN_NOTES = videoId(1);

  private static final long FACTOR = 654_435_761_713L;
  private static final long MASK = (1L << 40) - 1;

  private KnownUser() {}

  /**
   * Returns the id of a video by its number, from 1. As on YouTube, successive ids are far apart,
   * so that accesses spread over the whole index.
   */
  public static String videoId(long number) {
    return "v%010x".formatted((number * FACTOR) & MASK);
  }
}
