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

  NoteUsage plus(NoteUsage other) {
    return new NoteUsage(notes + other.notes, bytes + other.bytes);
  }

  NoteUsage minus(NoteUsage other) {
    return new NoteUsage(notes - other.notes, bytes - other.bytes);
  }

  NoteUsage dividedBy(long divisor) {
    return new NoteUsage(notes / divisor, bytes / divisor);
  }

  /** Tells whether something fits into this. What adds nothing always fits. */
  boolean fits(NoteUsage added) {
    return (added.notes == 0 || added.notes <= notes) && (added.bytes == 0 || added.bytes <= bytes);
  }
}
