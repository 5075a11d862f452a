package dev.vidwiz.application.note;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fast path for the usual note, on storages that have one: in one step what {@link CreateNote}
 * does in several. Throws {@link dev.vidwiz.application.storage.StorageException} when the storage
 * fails. Thread-safe.
 */
public interface NoteIntake {

  /** Has no fast path. */
  NoteIntake NONE = (note, title, failedBefore, newVideosPerDay) -> Optional.empty();

  /** A note that was saved, and the types of the tasks that were scheduled for its video. */
  record Saved(Note note, Set<TaskType> scheduled) {}

  /**
   * Saves a note with all that belongs to it, and publishes no signal; or does nothing, for
   * whatever reason, and returns empty. A blank note of a video that has a transcript is always
   * left alone, as the AI may have to be told.
   *
   * @param title what the title of the video is when it has none
   * @param failedBefore as for {@link dev.vidwiz.application.task.TaskQueue#schedule}
   * @param newVideosPerDay how many new videos the user may open in a day; nothing is done when
   *     this would be one more
   */
  Optional<Saved> save(
      NewNote note, @Nullable Title title, Instant failedBefore, int newVideosPerDay);
}
