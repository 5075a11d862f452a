package dev.vidwiz.application.note;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.note.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a note. Null keeps the value.
 *
 * @param text the new text, not trimmed; a blank one removes the note's text
 */
public record NoteChange(@Nullable String text, @Nullable Boolean generatedByAi) {

  /** Checks the length of the text. */
  public NoteChange {
    if (text != null) {
      NoteText.RULE.check(text).orThrow();
    }
  }

  /** Tells whether there are no changes. */
  public boolean isEmpty() {
    return text == null && generatedByAi == null;
  }

  /** Returns the note's text after the change. */
  public @Nullable String textInPlaceOf(@Nullable String current) {
    if (text == null) {
      return current;
    }
    return Blank.isBlank(text) ? null : text;
  }
}
