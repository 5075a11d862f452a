package dev.vidwiz.application.fetch;

import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import java.util.Optional;

/** The source of a worker's tasks: this server, or another one over HTTP. Thread-safe. */
public interface TaskSource extends AutoCloseable {

  /**
   * Waits for a task and claims it; empty after the timeout.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when the source cannot be
   *     reached
   */
  Optional<Assignment> take(TaskType type, Duration timeout) throws InterruptedException;

  /**
   * Reports the result of a task. A refused report is dropped.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when the source cannot be
   *     reached
   */
  void report(TaskReport report) throws InterruptedException;

  /**
   * Makes all parked tasks available now. An older server without parked tasks ignores this.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when the source cannot be
   *     reached
   */
  void resume() throws InterruptedException;

  /** Ends all waits for a task. Reports are still accepted. */
  @Override
  void close();
}
