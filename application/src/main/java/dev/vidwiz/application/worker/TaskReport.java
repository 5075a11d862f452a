package dev.vidwiz.application.worker;

import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a worker reports on a task.
 *
 * @param workerUserId the user whose worker reports; null for one with the admin token
 * @param attempt the attempt that the worker was told when it got the task, if it still knows
 * @param claimId the claim that the worker was told when it got the task, if it still knows
 */
public record TaskReport(
    long taskId,
    VideoId videoId,
    @Nullable Long workerUserId,
    @Nullable Integer attempt,
    @Nullable String claimId,
    Result result) {

  /** The report of a worker that does not know its claim. */
  public TaskReport(
      long taskId,
      VideoId videoId,
      @Nullable Long workerUserId,
      @Nullable Integer attempt,
      Result result) {
    this(taskId, videoId, workerUserId, attempt, null, result);
  }

  /** Returns the report of the worker that was handed this task. */
  public static TaskReport on(Task task, Result result) {
    return new TaskReport(
        task.id(), task.videoId(), task.workerUserId(), task.attempts(), task.claimId(), result);
  }

  /** How the attempt ended. */
  public sealed interface Result {

    /** The worker is done; old workers leave out what they stored in another way. */
    record Success(@Nullable JsonText transcript, @Nullable FetchedMetadata metadata)
        implements Result {

      /** The transcript was fetched: an array of {@code {text, offset, duration}}, in seconds. */
      public static Success of(JsonText transcript) {
        return new Success(transcript, null);
      }

      /** The metadata were fetched. */
      public static Success of(FetchedMetadata metadata) {
        return new Success(null, metadata);
      }
    }

    /**
     * The worker failed.
     *
     * @param error what happened, for operators; null when the worker does not say
     * @param sentence why there is no transcript, for people; null when the worker does not say
     * @param permanent true when no further attempt can succeed
     * @param retryAfter when not null, the attempt does not count and the next comes after this
     *     time
     * @param parked true when the worker rests and did not try; only with {@code retryAfter}
     */
    record Failure(
        @Nullable String error,
        @Nullable String sentence,
        boolean permanent,
        @Nullable Duration retryAfter,
        boolean parked)
        implements Result {

      /** The failure of a worker that has nothing to say to people. */
      public Failure(@Nullable String error, boolean permanent, @Nullable Duration retryAfter) {
        this(error, null, permanent, retryAfter, false);
      }
    }
  }
}
