package dev.vidwiz.application.note;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;

/** Shows users their own notes of a video. */
public final class ListNotes {

  private final Notes notes;

  /** Works on the given notes. */
  public ListNotes(Notes notes) {
    this.notes = notes;
  }

  /** Returns the user's notes, oldest first. */
  public List<Note> list(long userId, VideoId videoId) {
    return notes.findByUserAndVideo(userId, videoId);
  }
}
