package dev.vidwiz.application.video;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.video.Title;

/**
 * A search among the videos of which a user has a note.
 *
 * @param text what the title must contain, in any letter case; empty finds all
 * @param page from 1
 * @param perPage 1 to 50
 */
public record VideoSearch(long userId, String text, int page, int perPage, Sort sort) {

  /** Shorter texts would find nearly everything: they count as empty. */
  private static final int MIN_TEXT = 2;

  /** The order of the videos found; ties are broken by id, and missing titles come last. */
  public enum Sort {
    CREATED_AT_DESC,
    CREATED_AT_ASC,
    TITLE_ASC,
    TITLE_DESC
  }

  /** Checks the bounds and trims the text. */
  public VideoSearch {
    if (page < 1 || perPage < 1 || perPage > 50) {
      throw new IllegalArgumentException("page " + page + " of " + perPage);
    }
    text = Blank.strip(text);
    if (text.codePointCount(0, text.length()) < MIN_TEXT) {
      text = "";
    }
  }

  /** Returns the text as titles are compared with it. */
  public String foldedText() {
    return Title.fold(text);
  }

  /** Returns how many videos stand on earlier pages. */
  public long offset() {
    return (page - 1L) * perPage;
  }
}
