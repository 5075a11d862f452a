package dev.vidwiz.http.task;

import dev.vidwiz.application.worker.ClaimTask;
import dev.vidwiz.application.worker.GiveBackTask;
import dev.vidwiz.application.worker.ResumeTasks;
import dev.vidwiz.application.worker.SubmitTaskResult;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskRequest;
import dev.vidwiz.application.worker.WorkerRights;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.http.auth.Caller;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.jetty.ClientConnection;
import dev.vidwiz.http.jetty.LongRequest;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.json.JsonValue;
import dev.vidwiz.http.monitor.HoldReason;
import dev.vidwiz.http.monitor.OpenRequest;
import dev.vidwiz.http.request.Body;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.request.RequestBody;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assigns tasks to workers and accepts their results. */
public final class TaskHandlers {

  private static final System.Logger LOG = System.getLogger(TaskHandlers.class.getName());
  private static final int DEFAULT_TIMEOUT = 30;
  private static final int MAX_TIMEOUT = 60;

  /** Stands for a request without {@code max}. */
  private static final int NO_BATCH = 0;

  record ResultJson(String message, long taskId, String status) {}

  record ResumedJson(int resumed) {}

  record BatchJson(List<TaskJson> tasks) {

    static BatchJson from(List<Task> tasks) {
      return new BatchJson(tasks.stream().map(TaskJson::from).toList());
    }
  }

  private final ClaimTask claimTask;
  private final SubmitTaskResult submitResult;
  private final GiveBackTask giveBackTask;
  private final ResumeTasks resumeTasks;
  private final WorkerRights rights;
  private final Json json;

  /** Uses the given use cases. */
  public TaskHandlers(
      ClaimTask claimTask,
      SubmitTaskResult submitResult,
      GiveBackTask giveBackTask,
      ResumeTasks resumeTasks,
      WorkerRights rights,
      Json json) {
    this.claimTask = claimTask;
    this.submitResult = submitResult;
    this.giveBackTask = giveBackTask;
    this.resumeTasks = resumeTasks;
    this.rights = rights;
    this.json = json;
  }

  /** GET /v2/internal/tasks. */
  public void claim(Context ctx) {
    Input input = Input.of(ctx);
    Field<String> type = input.requiredQuery("type", TextRule.atMost(Integer.MAX_VALUE)::check);
    Field<Integer> timeout = timeout(input);
    Field<Integer> max = input.queryInt("max", NO_BATCH, 1, ClaimTask.MAX_BATCH);
    input.check();
    TaskRequest request = request(ctx, type(type.get()), timeout.get());
    if (max.get() == NO_BATCH) {
      handOut(ctx, request, 1, tasks -> TaskJson.from(tasks.getFirst()));
    } else {
      handOut(ctx, request, max.get(), BatchJson::from);
    }
  }

  /** GET /api/tasks/transcript and GET /api/tasks/metadata. */
  public void claim(Context ctx, TaskType type) {
    workerUserId(ctx);
    Input input = Input.of(ctx);
    Field<Integer> timeout = timeout(input);
    input.check();
    handOut(ctx, request(ctx, type, timeout.get()), 1, tasks -> TaskJson.legacy(tasks.getFirst()));
  }

  /** POST /v2/internal/tasks/{task_id}/result. */
  public void submitResult(Context ctx) throws IOException {
    Long workerUserId = workerUserId(ctx);
    Input input = Input.of(ctx);
    Field<Long> taskId = input.pathId("task_id");
    if (taskId.orNull() != null && RequestBody.of(ctx).mayBeLong()) {
      checkTask(ctx, taskId.get(), workerUserId);
    }
    Body body = input.body(TaskReports.KEYS, (name, value) -> {});
    take(ctx, TaskReports.read(input, taskId, body, workerUserId, true));
  }

  /** POST /api/tasks/transcript and POST /api/tasks/metadata. */
  public void submitNamedResult(Context ctx) throws IOException {
    Long workerUserId = workerUserId(ctx);
    Input input = Input.of(ctx);
    boolean mayBeLong = RequestBody.of(ctx).mayBeLong();
    Body body =
        input.body(
            TaskReports.KEYS,
            (name, value) -> {
              if (mayBeLong
                  && name.equals("task_id")
                  && value instanceof JsonValue.WholeNumber(var id)
                  && id.signum() > 0
                  && id.bitLength() < Long.SIZE) {
                checkTask(ctx, id.longValue(), workerUserId);
              }
            });
    Field<Long> taskId = body.required("task_id").id();
    take(ctx, TaskReports.read(input, taskId, body, workerUserId, false));
  }

  /** POST /v2/internal/tasks/resume. */
  public void resume(Context ctx) {
    json.respond(ctx, 200, new ResumedJson(resumeTasks.resume()));
  }

  /** Returns the name that workers use for a type. */
  public static String name(TaskType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** Rejects a long result before its body is received. */
  private void checkTask(Context ctx, long taskId, @Nullable Long workerUserId) {
    submitResult.refusal(taskId, workerUserId).ifPresent(outcome -> respond(ctx, outcome));
  }

  private static Field<Integer> timeout(Input input) {
    return input.queryIntUpTo("timeout", DEFAULT_TIMEOUT, MAX_TIMEOUT);
  }

  private TaskRequest request(Context ctx, TaskType type, int timeout) {
    ClientConnection worker = ClientConnection.of(ctx);
    return new TaskRequest(type, workerUserId(ctx), Duration.ofSeconds(timeout), worker::isOpen);
  }

  private void handOut(
      Context ctx, TaskRequest request, int max, Function<List<Task>, Object> rendering) {
    OpenRequest.of(ctx).hold(HoldReason.POLL);
    LongRequest.runAsync(
        ctx,
        () -> {
          List<Task> tasks = claimTask.claim(request, max);
          if (tasks.isEmpty()) {
            ctx.status(204);
          } else if (!request.connected().getAsBoolean()
              || !isWritten(ctx, rendering.apply(tasks))) {
            tasks.forEach(giveBackTask::giveBack);
          }
        });
  }

  private void take(Context ctx, TaskReport report) {
    respond(ctx, submitResult.submit(report));
  }

  private void respond(Context ctx, SubmitTaskResult.Outcome outcome) {
    switch (outcome) {
      case SubmitTaskResult.Outcome.Recorded(Task task) ->
          json.respond(
              ctx, 200, new ResultJson("Task result recorded", task.id(), task.state().code()));
      case SubmitTaskResult.Outcome.UnknownTask() -> throw ApiException.notFound("Task not found");
      case SubmitTaskResult.Outcome.OtherWorkersTask() ->
          throw new ApiException(ErrorCode.FORBIDDEN, "Task belongs to a different worker");
      case SubmitTaskResult.Outcome.OthersVideo() ->
          throw new ApiException(ErrorCode.FORBIDDEN, "Others have requested this video, too");
      case SubmitTaskResult.Outcome.Refused(String reason) -> throw ApiException.badRequest(reason);
    }
  }

  /** Returns the user of the calling worker; null for one with the admin token. */
  private @Nullable Long workerUserId(Context ctx) {
    Long userId = Caller.of(ctx) instanceof Caller.KnownUser(long id) ? id : null;
    if (!rights.isWorker(userId)) {
      throw new ApiException(ErrorCode.FORBIDDEN, "Workers need the admin token");
    }
    return userId;
  }

  /** Writes the response directly, because Javalin does not report a failed write. */
  private boolean isWritten(Context ctx, Object claimed) {
    byte[] answer = json.bytes(claimed);
    ctx.status(200).contentType("application/json");
    ctx.res().setContentLength(answer.length);
    try {
      ServletOutputStream out = ctx.res().getOutputStream();
      out.write(answer);
      out.flush();
      return true;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a worker has disconnected before it received its tasks", e);
      return false;
    }
  }

  private static TaskType type(String name) {
    return Stream.of(TaskType.values())
        .filter(type -> name(type).equals(name))
        .findAny()
        .orElseThrow(() -> ApiException.badRequest("type must be transcript or metadata"));
  }
}
