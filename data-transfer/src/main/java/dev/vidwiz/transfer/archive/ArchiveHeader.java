package dev.vidwiz.transfer.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The first line of an archive.
 *
 * @param schema the version of the tables
 * @param database {@code sqlite} or {@code postgresql}
 * @param createdAt when the backup was started
 * @param vidwiz the version of the program that wrote the archive
 */
record ArchiveHeader(int schema, String database, Instant createdAt, String vidwiz) {

  private static final String FORMAT = "vidwiz-archive";
  private static final int VERSION = 1;

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("format", FORMAT)
        .put("version", VERSION)
        .put("schema", schema)
        .put("database", database)
        .put("created_at", createdAt.toString())
        .put("vidwiz", vidwiz);
  }

  /**
   * Checks the first line of an archive.
   *
   * @throws BadArchiveException when it is not a header, or of a newer program
   */
  static void check(JsonNode node, int newestSchema) {
    if (!node.path("format").asText().equals(FORMAT)) {
      throw new BadArchiveException("it is no archive of VidWiz");
    }
    int version = node.path("version").asInt();
    int schema = node.path("schema").asInt();
    String vidwiz = node.path("vidwiz").asText();
    if (version != VERSION) {
      throw new BadArchiveException(
          "it has version %d of the format, and this VidWiz knows version %d: use VidWiz %s"
              .formatted(version, VERSION, vidwiz));
    }
    if (schema < 1) {
      throw new BadArchiveException("it does not tell the version of its tables");
    }
    if (schema > newestSchema) {
      throw new BadArchiveException(
          "it has version %d of the tables, and this VidWiz knows %d: use VidWiz %s"
              .formatted(schema, newestSchema, vidwiz));
    }
    try {
      Instant.parse(node.path("created_at").asText());
    } catch (DateTimeException e) {
      throw new BadArchiveException("it does not tell when it was made", e);
    }
  }
}
