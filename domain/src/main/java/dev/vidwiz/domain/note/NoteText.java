package dev.vidwiz.domain.note;

import dev.vidwiz.domain.input.TextRule;

/** The bounds of a note's text. */
public final class NoteText {

  /** At most 50,000 characters. */
  public static final TextRule RULE = TextRule.atMost(50_000);

  private NoteText() {}
}
