package dev.vidwiz.application.note;

/** Removes a user's own note. */
public final class DeleteNote {

  private final Notes notes;

  /** Works on the given notes. */
  public DeleteNote(Notes notes) {
    this.notes = notes;
  }

  /** Removes the note; tells whether the user had it. */
  public boolean delete(long userId, long noteId) {
    return notes.deleteOwn(userId, noteId);
  }
}
