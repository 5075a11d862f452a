package dev.vidwiz.application.note;

import dev.vidwiz.domain.note.Note;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes the text of a note, or whether it counts as written by the AI. */
public final class EditNote {

  /** How an edit ends. */
  public sealed interface Outcome {

    /** The note is as it is given here. */
    record Edited(Note note) implements Outcome {}

    /** There is no such note that the editor may change. */
    record UnknownNote() implements Outcome {}

    /** The note could be changed, but it was not said how. */
    record NothingGiven() implements Outcome {}
  }

  private final Notes notes;
  private final InstantSource clock;

  /** Works on the given notes. */
  public EditNote(Notes notes, InstantSource clock) {
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * Changes a note.
   *
   * @param userId whose note it must be; null for an administrator, who may change any
   */
  public Outcome edit(@Nullable Long userId, long noteId, NoteChange change) {
    if (change.isEmpty()) {
      return notes.find(noteId).filter(note -> isOf(userId, note)).isPresent()
          ? new Outcome.NothingGiven()
          : new Outcome.UnknownNote();
    }
    Optional<Note> edited =
        userId == null
            ? notes.updateAny(noteId, change, clock.instant())
            : notes.updateOwn(userId, noteId, change, clock.instant());
    return edited.<Outcome>map(Outcome.Edited::new).orElseGet(Outcome.UnknownNote::new);
  }

  private static boolean isOf(@Nullable Long userId, Note note) {
    return userId == null || userId == note.userId();
  }
}
