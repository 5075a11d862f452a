package dev.vidwiz.application.worker;

import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The report of a worker on a task.
 *
 * @param workerUserId the user whose worker reports; null for one with the admin token
 * @param attempt the attempt of the worker's claim; null when the worker does not send it
 * @param claimId the id of the worker's claim; null when the worker does not send it
 */
public record TaskReport(
    long taskId,
    VideoId videoId,
    @Nullable Long workerUserId,
    @Nullable Integer attempt,
    @Nullable String claimId,
    Result result) {
  /** Rejects null. */
  public TaskReport {
    Objects.requireNonNull(videoId, "videoId");
    Objects.requireNonNull(result, "result");
  }

  /** Returns the report of the worker that claimed this task. */
  public static TaskReport on(Task task, Result result) {
    return new TaskReport(
        task.id(), task.videoId(), task.workerUserId(), task.attempts(), task.claimId(), result);
  }

  /** The result of the attempt. */
  public sealed interface Result {

    /** The worker succeeded. Old workers, which store results through other calls, send neither. */
    record Success(@Nullable JsonText transcript, @Nullable FetchedMetadata metadata)
        implements Result {

      /** Success with a transcript: an array of {@code {text, offset, duration}}, in seconds. */
      public static Success of(JsonText transcript) {
        return new Success(transcript, null);
      }

      /** Success with metadata. */
      public static Success of(FetchedMetadata metadata) {
        return new Success(null, metadata);
      }
    }

    /**
     * The worker failed.
     *
     * @param error the error for operators; null when the worker sends none
     * @param sentence why there is no transcript, for users; null when the worker sends none
     * @param permanent true when no other attempt can succeed
     * @param retryAfter when not null, the attempt is not counted and the next is after this time
     * @param parked true when the worker rests and made no attempt; only with {@code retryAfter}
     */
    record Failure(
        @Nullable String error,
        @Nullable String sentence,
        boolean permanent,
        @Nullable Duration retryAfter,
        boolean parked)
        implements Result {

      /** A failure without a sentence for users. */
      public Failure(@Nullable String error, boolean permanent, @Nullable Duration retryAfter) {
        this(error, null, permanent, retryAfter, false);
      }
    }
  }
}
