package dev.vidwiz.application.task;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.video.TranscriptErrors;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schedules the tasks that a video needs. */
public final class ScheduleFetches {

  /** The time after a failed task in which no new one is scheduled. */
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(10);

  private final TaskQueue tasks;
  private final Videos videos;
  private final TranscriptErrors errors;
  private final Signals signals;
  private final NewVideoQuota quota;

  /** A video, and whether it was not known before. */
  public record Opened(Video video, boolean isNew) {}

  /** Schedules in the given queue. */
  public ScheduleFetches(
      TaskQueue tasks,
      Videos videos,
      TranscriptErrors errors,
      Signals signals,
      NewVideoQuota quota) {
    this.tasks = tasks;
    this.videos = videos;
    this.errors = errors;
    this.signals = signals;
    this.quota = quota;
  }

  /**
   * Creates the video when it is missing, schedules the tasks that it needs, and returns it. To be
   * called in a transaction.
   *
   * @param title used when the video has no title yet; null when unknown
   * @throws dev.vidwiz.application.limit.DailyLimitException when the video is new and the
   *     requester has reached the daily limit of new videos
   */
  public Video open(VideoId videoId, @Nullable Title title, Requester requester, Instant now) {
    Video video = request(videoId, title, requester, now).video();
    schedule(video, requester, now);
    return video;
  }

  /** Like {@link #open}, without scheduling. */
  public Opened request(VideoId videoId, @Nullable Title title, Requester requester, Instant now) {
    boolean isNew = videos.find(videoId).isEmpty();
    if (isNew) {
      quota.take(requester, now);
    }
    Video video = videos.ensure(videoId, title, now);
    videos.addRequester(videoId, requester);
    return new Opened(video, isNew);
  }

  /**
   * Schedules the tasks that the video needs and that are not active, and returns their types. To
   * be called in a transaction.
   */
  public Set<TaskType> schedule(Video video, Requester requester, Instant now) {
    Set<TaskType> scheduled = EnumSet.noneOf(TaskType.class);
    if (video.metadata() == null && schedule(TaskType.METADATA, video, requester, now)) {
      scheduled.add(TaskType.METADATA);
    }
    if (!video.transcriptAvailable() && schedule(TaskType.TRANSCRIPT, video, requester, now)) {
      scheduled.add(TaskType.TRANSCRIPT);
      if (video.transcriptError() != null) {
        errors.remove(video.videoId(), now);
      }
    }
    return scheduled;
  }

  /** Returns how many new videos a requester may open per day. */
  public int newVideosPerDay(Requester requester) {
    return quota.limit(requester);
  }

  /** Signals a task that a fast path scheduled. */
  public void announce(TaskType type) {
    signals.publish(new Signal.TaskReady(type));
  }

  /** Returns the time before which a task must have failed, so that a new one is scheduled now. */
  public static Instant failedBefore(Instant now) {
    return now.minus(PAUSE_AFTER_FAILURE);
  }

  private boolean schedule(TaskType type, Video video, Requester requester, Instant now) {
    boolean added = tasks.schedule(type, video.videoId(), requester, now, failedBefore(now));
    if (added) {
      announce(type);
    }
    return added;
  }
}
