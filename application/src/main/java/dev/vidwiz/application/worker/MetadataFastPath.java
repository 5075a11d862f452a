package dev.vidwiz.application.worker;

import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.task.Task;
import java.time.Instant;
import java.util.Optional;

/**
 * A fast path for reports of metadata: one statement instead of the steps of {@link
 * SubmitTaskResult}. Throws {@link dev.vidwiz.application.storage.StorageException} when the
 * storage fails. Thread-safe.
 */
public interface MetadataFastPath {

  /** No fast path. */
  MetadataFastPath NONE = (report, metadata, now) -> Optional.empty();

  /**
   * Stores the metadata, completes the task and returns it, without signals. Or does nothing and
   * returns empty, always for a report that does not match its task.
   */
  Optional<Task> complete(TaskReport report, FetchedMetadata metadata, Instant now);
}
