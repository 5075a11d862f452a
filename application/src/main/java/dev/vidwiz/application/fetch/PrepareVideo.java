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

/** Gets everything under way that a video lacks. */
public final class PrepareVideo {

  /**
   * What was begun now; what was under way before is not told.
   *
   * @param isNew whether the video was not known before
   * @param fetches what is to be fetched
   * @param summary whether a summary is to be written
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
   * Creates the video when it is missing, schedules what is to be fetched, and has a summary
   * written once there is a transcript, all or nothing.
   *
   * @throws dev.vidwiz.application.limit.DailyLimitException when the video is new and the
   *     requester has opened as many today as they may
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
