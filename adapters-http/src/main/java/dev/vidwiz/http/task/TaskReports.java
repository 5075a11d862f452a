package dev.vidwiz.http.task;

import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.request.Body;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.video.Uploads;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parses the reports of workers. */
final class TaskReports {

  /** The keys of a report; the legacy API reads most of them. */
  static final Set<String> KEYS =
      Set.of(
          "task_id",
          "video_id",
          "success",
          "transcript",
          "metadata",
          "retry_count",
          "claim_id",
          "error_message",
          "permanent",
          "retry_after",
          "user_message",
          "parked");

  private static final int MAX_RETRY_AFTER = 86_400;
  private static final int MAX_USER_MESSAGE = 500;
  private static final TextRule CLAIM_ID = TextRule.atMost(100);

  /** Longer errors, such as stack traces, are truncated before they are stored with the task. */
  private static final int MAX_ERROR_CHARS = 4_000;

  private TaskReports() {}

  /**
   * Parses a report; {@code additions} says whether to read the fields that the legacy API lacks.
   */
  static TaskReport read(
      Input input, Field<Long> taskId, Body body, @Nullable Long workerUserId, boolean additions) {
    Field<VideoId> videoId = body.required("video_id").text(VideoId::parse);
    Field<Boolean> success = body.required("success").bool();
    Field<JsonText> transcript = Uploads.transcript(body.optional("transcript"));
    Field<JsonText> metadata = Uploads.metadata(body.optional("metadata"));
    Field<Integer> attempt =
        body.optional("retry_count").whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    Field<String> claimId = body.optional("claim_id").text(CLAIM_ID);
    Supplier<Result> failure = failure(body, additions);
    input.check();
    Result result =
        success.get()
            ? new Result.Success(transcript.orNull(), metadata.map(Uploads::fetched).orNull())
            : failure.get();
    return new TaskReport(
        taskId.get(), videoId.get(), workerUserId, attempt.orNull(), claimId.orNull(), result);
  }

  /** Reads the fields of a failure. Call the supplier after {@link Input#check}. */
  private static Supplier<Result> failure(Body body, boolean additions) {
    Field<String> error = body.optional("error_message").text(TextRule.atMost(Integer.MAX_VALUE));
    Field<Boolean> permanent = body.optional("permanent").bool();
    Field<Integer> retryAfter = body.optional("retry_after").whole(0, MAX_RETRY_AFTER);
    Field<String> userMessage =
        additions
            ? body.optional("user_message").text(TextRule.atMost(MAX_USER_MESSAGE))
            : Field.empty();
    Field<Boolean> parked = additions ? body.optional("parked").bool() : Field.empty();
    return () ->
        new Result.Failure(
            error.map(TaskReports::truncate).orNull(),
            userMessage.orNull(),
            permanent.or(false),
            retryAfter.map(Duration::ofSeconds).orNull(),
            parked.or(false));
  }

  private static String truncate(String error) {
    return error.codePointCount(0, error.length()) <= MAX_ERROR_CHARS
        ? error
        : error.substring(0, error.offsetByCodePoints(0, MAX_ERROR_CHARS));
  }
}
