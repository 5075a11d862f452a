package dev.vidwiz.application.note;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.note.NoteText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A note as a user submits it.
 *
 * @param text trimmed here; null or blank makes a blank note
 * @param videoTitle used when the video has no title yet; null when unknown
 */
public record NoteDraft(
    long userId,
    VideoId videoId,
    Timestamp timestamp,
    @Nullable String text,
    @Nullable Title videoTitle) {

  /** Trims the text and checks its length. */
  public NoteDraft {
    Objects.requireNonNull(videoId, "videoId");
    Objects.requireNonNull(timestamp, "timestamp");
    if (text != null) {
      NoteText.RULE.check(text).orThrow();
      text = Blank.isBlank(text) ? null : Blank.strip(text);
    }
  }
}
