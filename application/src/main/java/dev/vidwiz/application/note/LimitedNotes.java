package dev.vidwiz.application.note;

/** Notes, and what holds users to their limits when they write some. */
public record LimitedNotes(Notes notes, NoteQuota quota) {

  /** Returns the notes with these limits. */
  public static LimitedNotes of(Notes notes, NoteLimits limits) {
    return new LimitedNotes(notes, new NoteQuota(notes, limits));
  }
}
