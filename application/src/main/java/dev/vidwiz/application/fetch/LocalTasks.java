package dev.vidwiz.application.fetch;

import dev.vidwiz.application.worker.ClaimTask;
import dev.vidwiz.application.worker.ResumeTasks;
import dev.vidwiz.application.worker.SubmitTaskResult;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskRequest;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** The tasks of this server. */
public final class LocalTasks implements TaskSource {

  private static final System.Logger LOG = System.getLogger(LocalTasks.class.getName());

  private final ClaimTask claim;
  private final SubmitTaskResult submit;
  private final ResumeTasks resume;

  /** Claims tasks through the use cases. */
  public LocalTasks(ClaimTask claim, SubmitTaskResult submit, ResumeTasks resume) {
    this.claim = claim;
    this.submit = submit;
    this.resume = resume;
  }

  @Override
  public Optional<Assignment> take(TaskType type, Duration timeout) throws InterruptedException {
    return claim.claim(new TaskRequest(type, timeout)).map(LocalTasks::assignment);
  }

  private static Assignment assignment(Task task) {
    return new Assignment(
        task.id(),
        task.videoId(),
        task.attempts(),
        task.claimId(),
        task.postponements().count(),
        task.postponements().operatorRetry());
  }

  @Override
  public void resume() {
    resume.resume();
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
