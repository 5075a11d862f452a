package dev.vidwiz.application.worker;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.video.TranscriptErrors;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Makes parked tasks available after the rest of their worker. */
public final class ResumeTasks {

  private static final int AT_ONCE = 500;

  private final Transactions transactions;
  private final TaskQueue tasks;
  private final TranscriptErrors errors;
  private final Signals signals;
  private final InstantSource clock;

  /** Works on the given queue. */
  public ResumeTasks(
      Transactions transactions,
      TaskQueue tasks,
      TranscriptErrors errors,
      Signals signals,
      InstantSource clock) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.errors = errors;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * Makes all parked tasks available, signals them, and removes the transcript errors of their
   * videos. Returns their number.
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
      if (type == TaskType.TRANSCRIPT) {
        errors.remove(videoId, now);
      }
    }
    return resumed.size();
  }
}
