package dev.vidwiz.transfer.archive;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * The first line of an archive.
 *
 * @param version the version of the format
 * @param schema the version of the tables
 * @param database {@code sqlite} or {@code postgresql}
 * @param createdAt when the backup was started
 * @param vidwiz the version of the program that wrote the archive
 */
record ArchiveHeader(
    String format, int version, int schema, String database, String createdAt, String vidwiz) {

  private static final String FORMAT = "vidwiz-archive";
  private static final int VERSION = 1;

  static ArchiveHeader of(int schema, String database, Archiver.Origin origin) {
    return new ArchiveHeader(
        FORMAT, VERSION, schema, database, origin.time().toString(), origin.vidwiz());
  }

  /**
   * Checks that this is the header of an archive; any field may be missing.
   *
   * @throws BadArchiveException when it is not, or when a newer program wrote it
   */
  void check(int newestSchema) {
    if (!FORMAT.equals(format)) {
      throw new BadArchiveException("it is not a VidWiz archive");
    }
    if (version != VERSION) {
      throw new BadArchiveException(
          "it has version %d of the format, and this VidWiz supports version %d: use VidWiz %s"
              .formatted(version, VERSION, vidwiz));
    }
    if (schema < 1) {
      throw new BadArchiveException("it does not state the version of its tables");
    }
    if (schema > newestSchema) {
      throw new BadArchiveException(
          "it has version %d of the tables, and this VidWiz supports %d: use VidWiz %s"
              .formatted(schema, newestSchema, vidwiz));
    }
    try {
      Instant.parse(String.valueOf(createdAt));
    } catch (DateTimeException e) {
      throw new BadArchiveException("it does not state when it was created", e);
    }
  }
}
