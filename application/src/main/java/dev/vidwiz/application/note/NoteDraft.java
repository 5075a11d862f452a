package dev.vidwiz.application.note;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.note.NoteText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to note.
 *
 * @param text trimmed here; null or blank leaves the note to be filled in
 * @param videoTitle used when the video has no title yet
 */
public record NoteDraft(
    long userId,
    VideoId videoId,
    Timestamp timestamp,
    @Nullable String text,
    @Nullable Title videoTitle) {

  /** Trims the text and checks its length. */
  public NoteDraft {
    if (text != null) {
      NoteText.RULE.check(text).orThrow();
      text = Blank.isBlank(text) ? null : Blank.strip(text);
    }
  }
}
