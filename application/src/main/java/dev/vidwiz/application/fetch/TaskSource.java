package dev.vidwiz.application.fetch;

import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import java.util.Optional;

/** Where a worker gets its tasks from: this server, or another over the network. Thread-safe. */
public interface TaskSource extends AutoCloseable {

  /**
   * Waits for a task and takes it.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when the source cannot be
   *     reached
   */
  Optional<Assignment> take(TaskType type, Duration timeout) throws InterruptedException;

  /**
   * Reports how a task went. A report that is refused is of no further use and is forgotten.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when the source cannot be
   *     reached
   */
  void report(TaskReport report) throws InterruptedException;

  /**
   * Has all parked tasks handed out again, now; a source that knows no parked tasks does nothing.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when the source cannot be
   *     reached
   */
  void resume() throws InterruptedException;

  /** Ends all waits for a task; reports go on to be taken. */
  @Override
  void close();
}
