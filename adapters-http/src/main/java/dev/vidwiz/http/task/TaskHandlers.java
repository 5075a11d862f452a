package dev.vidwiz.http.task;

import dev.vidwiz.application.VidWiz.TaskUseCases;
import dev.vidwiz.application.task.SubmitTaskResult;
import dev.vidwiz.application.task.TaskRequest;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.stream.ClientConnection;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Hands tasks to workers and takes their results. */
public final class TaskHandlers {

  private static final System.Logger LOG = System.getLogger(TaskHandlers.class.getName());
  private static final int USUAL_PATIENCE = 30;
  private static final int MAX_PATIENCE = 60;

  record ResultJson(String message, long taskId, String status) {}

  private final TaskUseCases tasks;
  private final Json json;

  /** Works on the given use cases. */
  public TaskHandlers(TaskUseCases tasks, Json json) {
    this.tasks = tasks;
    this.json = json;
  }

  /** GET /v2/internal/tasks. */
  public void claim(Context ctx) throws InterruptedException {
    Input input = Input.of(ctx);
    Field<String> type = input.requiredQuery("type", TextRule.atMost(Integer.MAX_VALUE)::check);
    Field<Integer> patience = input.queryIntUpTo("timeout", USUAL_PATIENCE, MAX_PATIENCE);
    input.check();
    ClientConnection worker = ClientConnection.of(ctx);
    Optional<Task> task =
        tasks
            .claim()
            .claim(
                new TaskRequest(
                    type(type.get()), null, Duration.ofSeconds(patience.get()), worker::isOpen));
    if (task.isEmpty()) {
      ctx.status(204);
    } else if (!worker.isOpen() || !isWritten(ctx, task.get())) {
      tasks.giveBack().giveBack(task.get());
    }
  }

  /** POST /v2/internal/tasks/{task_id}/result. */
  public void submitResult(Context ctx) throws IOException {
    switch (tasks.submitResult().submit(TaskReports.read(Input.of(ctx)))) {
      case SubmitTaskResult.Outcome.Recorded(Task task) ->
          json.answer(
              ctx, 200, new ResultJson("Task result recorded", task.id(), task.state().code()));
      case SubmitTaskResult.Outcome.UnknownTask() -> throw ApiException.notFound("Task not found");
      case SubmitTaskResult.Outcome.OtherWorkersTask() ->
          throw new ApiException(
              ErrorCode.FORBIDDEN, "The task was handed to the worker of a user");
      case SubmitTaskResult.Outcome.Refused(String reason) -> throw ApiException.badRequest(reason);
    }
  }

  /** Writes the answer here and now: Javalin would not tell that the worker did not get it. */
  private boolean isWritten(Context ctx, Task task) {
    byte[] answer = json.bytes(TaskJson.from(task));
    ctx.status(200).contentType("application/json");
    ctx.res().setContentLength(answer.length);
    try {
      ServletOutputStream out = ctx.res().getOutputStream();
      out.write(answer);
      out.flush();
      return true;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the worker that waited for task " + task.id() + " has gone", e);
      return false;
    }
  }

  private static TaskType type(String name) {
    return switch (name) {
      case "transcript" -> TaskType.TRANSCRIPT;
      case "metadata" -> TaskType.METADATA;
      default -> throw ApiException.badRequest("type must be transcript or metadata");
    };
  }
}
