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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what workers report. */
final class TaskReports {

  private static final int MAX_RETRY_AFTER = 86_400;
  private static final int MAX_USER_MESSAGE = 500;
  private static final TextRule CLAIM_ID = TextRule.atMost(100);

  /** A task keeps some of its errors: longer ones, such as stack traces, are cut. */
  private static final int KEPT_OF_ERROR = 4_000;

  private TaskReports() {}

  /** Reads a report; {@code additions} are the fields that the first generation does not know. */
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

  /** Reads what is said of a failure; the result is to be asked for when all is checked. */
  private static Supplier<Result> failure(Body body, boolean additions) {
    Field<String> error = body.optional("error_message").text(TextRule.atMost(Integer.MAX_VALUE));
    Field<Boolean> permanent = body.optional("permanent").bool();
    Field<Integer> retryAfter = body.optional("retry_after").whole(0, MAX_RETRY_AFTER);
    Field<String> sentence =
        additions
            ? body.optional("user_message").text(TextRule.atMost(MAX_USER_MESSAGE))
            : Field.empty();
    Field<Boolean> parked = additions ? body.optional("parked").bool() : Field.empty();
    return () ->
        new Result.Failure(
            error.map(TaskReports::cut).orNull(),
            sentence.orNull(),
            permanent.or(false),
            retryAfter.map(Duration::ofSeconds).orNull(),
            parked.or(false));
  }

  private static String cut(String error) {
    return error.codePointCount(0, error.length()) <= KEPT_OF_ERROR
        ? error
        : error.substring(0, error.offsetByCodePoints(0, KEPT_OF_ERROR));
  }
}
