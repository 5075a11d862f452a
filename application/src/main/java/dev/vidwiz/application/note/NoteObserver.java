package dev.vidwiz.application.note;

import dev.vidwiz.domain.note.Note;
import java.time.Instant;

/** Is told of new notes that the AI could fill in. */
public interface NoteObserver {

  /** A note without a text was created on a video with a transcript; called in its transaction. */
  void afterBlankNote(Note note, Instant now);
}
