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
 * @param database the kind of database that it was made from
 * @param vidwiz the version of the program that made it
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

  /** Refuses what another program wrote, and what this one is too old for. */
  static ArchiveHeader parse(JsonNode node, int newestSchema) {
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
    return new ArchiveHeader(
        schema, node.path("database").asText(), time(node.path("created_at").asText()), vidwiz);
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BadArchiveException("it does not tell when it was made", e);
    }
  }
}
