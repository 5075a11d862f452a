package dev.vidwiz.application.video;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.video.Title;
import java.util.Objects;

/**
 * A search in the videos with a note of the user.
 *
 * @param text a substring of the title, in any letter case; empty finds all videos
 * @param page from 1
 * @param perPage 1 to 50
 */
public record VideoSearch(long userId, String text, int page, int perPage, Sort sort) {

  /** A shorter text counts as empty, because it would match nearly every title. */
  private static final int MIN_TEXT = 2;

  /** The sort order. Ties are sorted by id, and missing titles come last. */
  public enum Sort {
    CREATED_AT_DESC,
    CREATED_AT_ASC,
    TITLE_ASC,
    TITLE_DESC
  }

  /** Checks the bounds and trims the text. */
  public VideoSearch {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(sort, "sort");
    if (page < 1 || perPage < 1 || perPage > 50) {
      throw new IllegalArgumentException("page " + page + " of " + perPage);
    }
    text = Blank.strip(text);
    if (text.codePointCount(0, text.length()) < MIN_TEXT) {
      text = "";
    }
  }

  /** Returns the case-folded text. */
  public String foldedText() {
    return Title.fold(text);
  }

  /** Returns the number of videos on earlier pages. */
  public long offset() {
    return (page - 1L) * perPage;
  }
}
