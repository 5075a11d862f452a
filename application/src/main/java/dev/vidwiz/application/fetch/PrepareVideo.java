package dev.vidwiz.application.fetch;

import dev.vidwiz.application.note.DispatchAiJobs;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.application.task.ScheduleFetches.Opened;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Requests everything that a video lacks. */
public final class PrepareVideo {

  /**
   * What this call requested. Earlier requests are not included.
   *
   * @param isNew whether this call created the video
   * @param fetches the tasks that were scheduled
   * @param summary whether a job for a summary was added
   */
  public record Prepared(boolean isNew, Set<TaskType> fetches, boolean summary) {}

  private final Transactions transactions;
  private final ScheduleFetches fetches;
  private final DispatchAiJobs jobs;
  private final InstantSource clock;

  /** Works on the given storage. */
  public PrepareVideo(
      Transactions transactions,
      ScheduleFetches fetches,
      DispatchAiJobs jobs,
      InstantSource clock) {
    this.transactions = transactions;
    this.fetches = fetches;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Creates the video when it is missing, schedules its tasks, and adds a job for its summary when
   * there is a transcript. Atomic.
   *
   * @throws dev.vidwiz.application.limit.DailyLimitException when the video is new and the
   *     requester has reached the daily limit of new videos
   */
  public Prepared prepare(VideoId videoId, Requester requester) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () -> {
          Opened opened = fetches.request(videoId, null, requester, now);
          Video video = opened.video();
          return new Prepared(
              opened.isNew(),
              fetches.schedule(video, requester, now),
              jobs.requestSummary(video, now));
        });
  }
}
