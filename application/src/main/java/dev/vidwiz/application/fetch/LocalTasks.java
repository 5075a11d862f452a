package dev.vidwiz.application.fetch;

import dev.vidwiz.application.task.ClaimTask;
import dev.vidwiz.application.task.SubmitTaskResult;
import dev.vidwiz.application.task.TaskReport;
import dev.vidwiz.application.task.TaskRequest;
import dev.vidwiz.domain.task.TaskType;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** The tasks of this server, taken in the same way as by any other worker. */
public final class LocalTasks implements TaskSource {

  private static final System.Logger LOG = System.getLogger(LocalTasks.class.getName());

  private final ClaimTask claim;
  private final SubmitTaskResult submit;

  /** Takes tasks through the use cases. */
  public LocalTasks(ClaimTask claim, SubmitTaskResult submit) {
    this.claim = claim;
    this.submit = submit;
  }

  @Override
  public Optional<Assignment> take(TaskType type, Duration patience) throws InterruptedException {
    return claim
        .claim(new TaskRequest(type, patience))
        .map(task -> new Assignment(task.id(), task.videoId(), task.attempts()));
  }

  @Override
  public void close() {
    claim.close();
  }

  @Override
  public void report(TaskReport report) {
    SubmitTaskResult.Outcome outcome = submit.submit(report);
    if (!(outcome instanceof SubmitTaskResult.Outcome.Recorded)) {
      LOG.log(Level.INFO, () -> "the result of task " + report.taskId() + " came too late");
    }
  }
}
