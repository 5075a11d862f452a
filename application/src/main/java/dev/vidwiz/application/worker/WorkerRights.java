package dev.vidwiz.application.worker;

import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.VideoId;
import org.jspecify.annotations.Nullable;

/** Which tasks a worker may have; one with the admin token may have all. Thread-safe. */
public final class WorkerRights {

  private final UserWorkers userWorkers;
  private final Videos videos;

  /** Knows by the given videos who has asked for them. */
  public WorkerRights(UserWorkers userWorkers, Videos videos) {
    this.userWorkers = userWorkers;
    this.videos = videos;
  }

  /** Tells whether a worker may have tasks at all; null is one with the admin token. */
  public boolean isWorker(@Nullable Long userId) {
    return userId == null || userWorkers != UserWorkers.OFF;
  }

  /** Tells whether a worker may have tasks whoever asked for them. */
  boolean hasAll(@Nullable Long userId) {
    return userId == null || userWorkers == UserWorkers.ALL;
  }

  /** Tells whether a worker may say what belongs to a video. */
  boolean mayAnswer(VideoId videoId, @Nullable Long userId) {
    return hasAll(userId)
        || (userId != null
            && isWorker(userId)
            && videos.isSoleRequester(videoId, new Requester.User(userId)));
  }
}
