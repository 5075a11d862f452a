package dev.vidwiz.application.worker;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Stores reported metadata, through the fast path if the storage has one. */
public final class SubmitMetadata {

  private final MetadataFastPath fastPath;
  private final Videos videos;
  private final Signals signals;
  private final InstantSource clock;

  /** Uses the given fast path. */
  public SubmitMetadata(
      MetadataFastPath fastPath, Videos videos, Signals signals, InstantSource clock) {
    this.fastPath = fastPath;
    this.videos = videos;
    this.signals = signals;
    this.clock = clock;
  }

  /** Completes the task of a report with metadata. Empty when nothing was done. */
  Optional<Task> complete(TaskReport report) {
    if (!(report.result() instanceof Result.Success(var transcript, var metadata))
        || transcript != null
        || metadata == null) {
      return Optional.empty();
    }
    Optional<Task> completed = fastPath.complete(report, metadata, clock.instant());
    completed.ifPresent(task -> signals.publish(new Signal.VideoChanged(task.videoId())));
    return completed;
  }

  /** Stores metadata without the fast path. */
  void store(VideoId videoId, FetchedMetadata metadata, Instant now) {
    videos.storeMetadata(videoId, metadata.document(), metadata.title(), now);
  }
}
