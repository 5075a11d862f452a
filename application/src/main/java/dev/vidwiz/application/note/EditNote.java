package dev.vidwiz.application.note;

import dev.vidwiz.application.storage.Transactions;
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

  private final Transactions transactions;
  private final Notes notes;
  private final NoteQuota quota;
  private final InstantSource clock;

  /** Works on the given notes. */
  public EditNote(Transactions transactions, LimitedNotes notes, InstantSource clock) {
    this.transactions = transactions;
    this.notes = notes.notes();
    this.quota = notes.quota();
    this.clock = clock;
  }

  /**
   * Changes a note.
   *
   * @param userId whose note it must be; null for an administrator, who may change any
   * @throws NoteLimitException when the text grows and its user would have more than they may
   */
  public Outcome edit(@Nullable Long userId, long noteId, NoteChange change) {
    if (change.isEmpty()) {
      return notes.find(noteId).filter(note -> isOf(userId, note)).isPresent()
          ? new Outcome.NothingGiven()
          : new Outcome.UnknownNote();
    }
    long bytes = NoteQuota.bytes(change.textInPlaceOf(null));
    boolean ample = bytes == 0 || (userId != null && quota.isAmple(userId, 0, bytes));
    Optional<Note> edited =
        ample
            ? update(userId, noteId, change)
            : transactions.inTransaction(() -> checked(userId, noteId, change, bytes));
    return edited.<Outcome>map(Outcome.Edited::new).orElseGet(Outcome.UnknownNote::new);
  }

  private Optional<Note> update(@Nullable Long userId, long noteId, NoteChange change) {
    return userId == null
        ? notes.updateAny(noteId, change, clock.instant())
        : notes.updateOwn(userId, noteId, change, clock.instant());
  }

  private Optional<Note> checked(
      @Nullable Long userId, long noteId, NoteChange change, long bytes) {
    Optional<Note> before = notes.find(noteId).filter(note -> isOf(userId, note));
    Optional<Note> edited = update(userId, noteId, change);
    before
        .filter(note -> NoteQuota.bytes(note.text()) < bytes)
        .ifPresent(note -> quota.check(note.userId(), 0, 0));
    return edited;
  }

  private static boolean isOf(@Nullable Long userId, Note note) {
    return userId == null || userId == note.userId();
  }
}
