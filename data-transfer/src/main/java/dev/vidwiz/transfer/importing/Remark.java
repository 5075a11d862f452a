package dev.vidwiz.transfer.importing;

/**
 * What is to be told about a row of the old server.
 *
 * @param id as it stands there
 * @param reason one of few sentences, without any value of the row
 */
public record Remark(Kind kind, String table, String id, String reason) {

  /** What happened to the row. */
  public enum Kind {
    /** It was not taken over. */
    SKIPPED,
    /** It was taken over, but not as it stood there. */
    ALTERED,
    /** It was here already and is not the same: it stays as it is here. */
    DIFFERENT
  }
}
