package dev.vidwiz.application.ai;

import dev.vidwiz.application.job.AiJob;

/** Does AI jobs of one kind. Thread-safe. */
@FunctionalInterface
public interface AiWriter {

  /**
   * Asks the model for the text of a job. Returns a callback that stores it, to be called in the
   * transaction that removes the job. It stores nothing when the job is no longer needed.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when the model or the storage
   *     fails
   */
  Runnable write(AiJob job) throws InterruptedException;
}
