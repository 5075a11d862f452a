package dev.vidwiz.application.note;

/**
 * How much a user may store; 0 is no limit.
 *
 * @param maxNotes the number of notes
 * @param maxBytes the bytes of all their texts in UTF-8
 */
public record NoteLimits(long maxNotes, long maxBytes) {

  /** The defaults. */
  public static final NoteLimits DEFAULTS = new NoteLimits(100_000, 200_000_000);

  /** Rejects limits below zero. */
  public NoteLimits {
    if (maxNotes < 0 || maxBytes < 0) {
      throw new IllegalArgumentException("limits below zero");
    }
  }
}
