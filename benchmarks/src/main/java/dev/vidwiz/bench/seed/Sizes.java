package dev.vidwiz.bench.seed;

/**
 * How many rows a database gets.
 *
 * @param tasks pending ones, half of them of each type; the videos that they belong to lack
 *     metadata and transcript, all others are complete
 */
public record Sizes(int users, int notes, int videos, int tasks) {

  /** What nobody but {@link Known the known user} has put there. */
  public static final Sizes EMPTY = new Sizes(2, Known.NOTES, Known.VIDEOS, 0);

  /** Rejects sizes that have no room for what is known, or for the tasks. */
  public Sizes {
    atLeast(2, "users", users);
    atLeast(Known.NOTES, "notes", notes);
    atLeast(Known.VIDEOS, "videos", videos);
    atLeast(0, "tasks", tasks);
    if (tasks / 2 > videos - Known.VIDEOS) {
      throw new IllegalArgumentException(
          "%d tasks, two for each video, want %d videos at least"
              .formatted(tasks, Known.VIDEOS + tasks / 2));
    }
  }

  /** Returns how many videos, the first ones by number, have metadata and transcript. */
  public int completeVideos() {
    return videos - tasks / 2;
  }

  private static void atLeast(int least, String what, int value) {
    if (value < least) {
      throw new IllegalArgumentException("there are %d %s at least".formatted(least, what));
    }
  }
}
