package dev.vidwiz.application.note;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;

/** Shows which notes of a video wait for a text from the AI. */
public final class ListNotesForAi {

  private final Notes notes;

  /** Works on the given notes. */
  public ListNotesForAi(Notes notes) {
    this.notes = notes;
  }

  /** Returns the notes without text whose users have AI notes on, oldest first. */
  public List<Note> list(VideoId videoId) {
    return notes.findBlankOfAiUsers(videoId);
  }
}
