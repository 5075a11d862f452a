package dev.vidwiz.application.note;

/**
 * How much a user has stored.
 *
 * @param notes the number of notes
 * @param bytes the bytes of all their texts in UTF-8
 */
public record NoteUsage(long notes, long bytes) {

  /** A user without notes. */
  public static final NoteUsage NONE = new NoteUsage(0, 0);
}
