package dev.vidwiz.application.note;

import dev.vidwiz.domain.note.Note;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes the text of a note, or whether it counts as written by the AI. */
public final class EditNote {

  private final Notes notes;
  private final InstantSource clock;

  /** Works on the given notes. */
  public EditNote(Notes notes, InstantSource clock) {
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * Changes a note and returns it; empty when there is none that the editor may change.
   *
   * @param userId whose note it must be; null for an administrator, who may change any
   */
  public Optional<Note> edit(@Nullable Long userId, long noteId, NoteChange change) {
    return userId == null
        ? notes.updateAny(noteId, change, clock.instant())
        : notes.updateOwn(userId, noteId, change, clock.instant());
  }
}
