package dev.vidwiz.application.worker;

import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.task.Task;
import java.time.Instant;
import java.util.Optional;

/**
 * A fast path for metadata that a worker reports, on storages that have one: in one step what
 * {@link SubmitTaskResult} does in several. Throws {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface MetadataFastPath {

  /** Has no fast path. */
  MetadataFastPath NONE = (report, metadata, now) -> Optional.empty();

  /**
   * Keeps the metadata and completes the task, which is returned, and publishes no signal; or does
   * nothing, for whatever reason, and returns empty. A report that does not fit its task is always
   * left alone.
   */
  Optional<Task> complete(TaskReport report, FetchedMetadata metadata, Instant now);
}
