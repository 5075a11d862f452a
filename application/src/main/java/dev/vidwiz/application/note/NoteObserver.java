package dev.vidwiz.application.note;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.Video;
import java.time.Instant;

/** Is told of new notes. */
public interface NoteObserver {

  /** A note of this video was created; called in its transaction. */
  void afterNote(Note note, Video video, Instant now);
}
