package dev.vidwiz.bench.seed;

/**
 * The numbers of rows of a database.
 *
 * @param tasks pending tasks, half of each type; their videos lack metadata and transcript, and all
 *     other videos are complete
 */
public record Sizes(int users, int notes, int videos, int tasks) {

  /** An empty database except for {@link KnownUser the known user}. */
  public static final Sizes EMPTY = new Sizes(2, KnownUser.NOTES, KnownUser.VIDEOS, 0);

  /** Rejects sizes that are too small for the known user or for the tasks. */
  public Sizes {
    atLeast(2, "users", users);
    atLeast(KnownUser.NOTES, "notes", notes);
    atLeast(KnownUser.VIDEOS, "videos", videos);
    atLeast(0, "tasks", tasks);
    if (tasks / 2 > videos - KnownUser.VIDEOS) {
      throw new IllegalArgumentException(
          "%d tasks, two for each video, require at least %d videos"
              .formatted(tasks, KnownUser.VIDEOS + tasks / 2));
    }
  }

  /** Returns the number of videos with metadata and transcript; they have the lowest numbers. */
  public int completeVideos() {
    return videos - tasks / 2;
  }

  private static void atLeast(int least, String what, int value) {
    if (value < least) {
      throw new IllegalArgumentException("there must be at least %d %s".formatted(least, what));
    }
  }
}
