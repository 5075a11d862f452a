package dev.vidwiz.application.worker;

import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.VideoId;
import org.jspecify.annotations.Nullable;

/** The rights of workers; one with the admin token gets all tasks. Thread-safe. */
public final class WorkerRights {

  private final UserWorkers userWorkers;
  private final Videos videos;

  /** Looks up the requesters of videos. */
  public WorkerRights(UserWorkers userWorkers, Videos videos) {
    this.userWorkers = userWorkers;
    this.videos = videos;
  }

  /** Tells whether a worker gets tasks at all; null is one with the admin token. */
  public boolean isWorker(@Nullable Long userId) {
    return userId == null || userWorkers != UserWorkers.OFF;
  }

  /** Tells whether a worker gets the tasks of all requesters. */
  boolean hasAll(@Nullable Long userId) {
    return userId == null || userWorkers == UserWorkers.ALL;
  }

  /** Tells whether a worker may submit results for a video. */
  boolean mayAnswer(VideoId videoId, @Nullable Long userId) {
    return hasAll(userId)
        || (userId != null
            && isWorker(userId)
            && videos.isSoleRequester(videoId, new Requester.User(userId)));
  }
}
