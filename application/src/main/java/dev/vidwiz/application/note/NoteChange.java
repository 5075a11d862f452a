package dev.vidwiz.application.note;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.note.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a note; null leaves a part as it is.
 *
 * @param text kept as it is given; a blank one removes the note's text
 */
public record NoteChange(@Nullable String text, @Nullable Boolean generatedByAi) {

  /** Checks the length of the text. */
  public NoteChange {
    if (text != null) {
      NoteText.RULE.check(text).orThrow();
    }
  }

  /** Tells whether nothing is to be changed. */
  public boolean isEmpty() {
    return text == null && generatedByAi == null;
  }

  /** Returns what the note's text becomes, given what it is. */
  public @Nullable String textInPlaceOf(@Nullable String current) {
    if (text == null) {
      return current;
    }
    return Blank.isBlank(text) ? null : text;
  }
}
