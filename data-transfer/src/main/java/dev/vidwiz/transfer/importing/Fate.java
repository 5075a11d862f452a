package dev.vidwiz.transfer.importing;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param reason why it was skipped; null for the others
 */
record Fate(NewRow row, Kind kind, @Nullable String reason) {

  enum Kind {
    /** It was stored. */
    COPIED,
    /** It is here and says the same. */
    SAME,
    /** It is here and has been changed, here or there, since it was stored. */
    DIFFERENT,
    SKIPPED
  }

  static Fate of(NewRow row, Kind kind) {
    return new Fate(row, kind, null);
  }

  static Fate skipped(NewRow row, String reason) {
    return new Fate(row, Kind.SKIPPED, reason);
  }
}
