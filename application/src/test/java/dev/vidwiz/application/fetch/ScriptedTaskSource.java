package dev.vidwiz.application.fetch;

import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tasks that a test puts up, and what the worker says of them. */
final class ScriptedTaskSource implements TaskSource {

  private static final Assignment NONE =
      new Assignment(0, new VideoId("no-video-01"), 0, null, 0, false);
  private static final int MANY = 100;

  private final Map<TaskType, BlockingQueue<Assignment>> tasks =
      Map.of(
          TaskType.TRANSCRIPT, new LinkedBlockingQueue<>(),
          TaskType.METADATA, new LinkedBlockingQueue<>());
  private final BlockingQueue<TaskReport> reports = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> resumptions = new LinkedBlockingQueue<>();
  private volatile boolean away;

  void offer(TaskType type, long id, String video) {
    offer(type, new Assignment(id, new VideoId(video), 1, null, 0, false));
  }

  void offer(TaskType type, Assignment task) {
    tasks.get(type).add(task);
  }

  /** Waits for what the worker says next. */
  TaskReport report() throws InterruptedException {
    return reports.take();
  }

  int reports() {
    return reports.size();
  }

  /** Waits until the worker has parked tasks handed out again; tells whether it succeeded. */
  boolean resumption() throws InterruptedException {
    return resumptions.take();
  }

  int resumptions() {
    return resumptions.size();
  }

  /** Cannot resume anything until it is called again. */
  void isAway(boolean now) {
    away = now;
  }

  int waiting(TaskType type) {
    return tasks.get(type).size();
  }

  @Override
  public Optional<Assignment> take(TaskType type, Duration timeout) throws InterruptedException {
    return Optional.ofNullable(tasks.get(type).poll(timeout.toMillis(), TimeUnit.MILLISECONDS))
        .filter(task -> !task.equals(NONE));
  }

  @Override
  public void resume() {
    boolean fails = away;
    resumptions.add(!fails);
    if (fails) {
      throw new Away();
    }
  }

  @Override
  public void close() {
    for (int i = 0; i < MANY; i++) {
      tasks.values().forEach(queue -> queue.add(NONE));
    }
  }

  @Override
  public void report(TaskReport report) {
    reports.add(report);
  }

  private static final class Away extends InfrastructureException {

    private static final long serialVersionUID = 1L;

    Away() {
      super("away", null);
    }

    @Override
    public boolean isTemporary() {
      return true;
    }
  }
}
