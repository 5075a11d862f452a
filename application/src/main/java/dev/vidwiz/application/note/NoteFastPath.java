package dev.vidwiz.application.note;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fast path for {@link CreateNote}: one statement instead of several steps. Throws {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface NoteFastPath {

  /** No fast path. */
  NoteFastPath NONE = (note, title, failedBefore, newVideosPerDay) -> Optional.empty();

  /** The saved note, and the types of the tasks scheduled for its video. */
  record Saved(Note note, Set<TaskType> scheduled) {}

  /**
   * Saves a note, its video and its tasks, without signals. Or does nothing and returns empty,
   * always for a blank note of a video with a transcript, which may need an AI job.
   *
   * @param title used when the video has no title yet; null when unknown
   * @param failedBefore as for {@link dev.vidwiz.application.task.TaskQueue#schedule}
   * @param newVideosPerDay the daily limit of new videos of the user; a note that exceeds it is not
   *     saved
   */
  Optional<Saved> save(
      NewNote note, @Nullable Title title, Instant failedBefore, int newVideosPerDay);
}
