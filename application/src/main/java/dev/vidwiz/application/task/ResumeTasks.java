package dev.vidwiz.application.task;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Has the tasks done now that wait because a worker rested: it works again. */
public final class ResumeTasks {

  private static final int AT_ONCE = 500;

  private final Transactions transactions;
  private final TaskQueue tasks;
  private final Videos videos;
  private final Signals signals;
  private final InstantSource clock;

  /** Works on the given storage. */
  public ResumeTasks(Storage storage, InstantSource clock) {
    this.transactions = storage.transactions();
    this.tasks = storage.tasks();
    this.videos = storage.videos();
    this.signals = storage.signals();
    this.clock = clock;
  }

  /**
   * Makes all parked tasks available, calls workers for them, and forgets what their videos told of
   * a later try. Returns how many there were.
   */
  public int resume() {
    int all = 0;
    for (TaskType type : TaskType.values()) {
      int some;
      do {
        some = transactions.inTransaction(() -> resumeSome(type));
        all += some;
      } while (some == AT_ONCE);
    }
    return all;
  }

  private int resumeSome(TaskType type) {
    Instant now = clock.instant();
    List<VideoId> resumed = tasks.bringParkedForward(type, now, AT_ONCE);
    for (VideoId videoId : resumed) {
      signals.publish(new Signal.TaskReady(type));
      if (type == TaskType.TRANSCRIPT && videos.storeTranscriptError(videoId, null, now)) {
        signals.publish(new Signal.VideoChanged(videoId));
      }
    }
    return resumed.size();
  }
}
