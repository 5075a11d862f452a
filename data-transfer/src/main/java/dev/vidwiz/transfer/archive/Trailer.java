package dev.vidwiz.transfer.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The last line of an archive.
 *
 * @param sha256 in lower-case hex, over all lines before
 */
record Trailer(List<TableTotal> tables, String sha256) {

  static final String KEY = "end";

  ObjectNode toJson() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode totals = node.putArray(KEY);
    for (TableTotal total : tables) {
      totals
          .addObject()
          .put("table", total.table())
          .put("rows", total.rows())
          .put("sha256", total.sha256());
    }
    return node.put("sha256", sha256);
  }

  static Trailer parse(JsonNode node) {
    List<TableTotal> totals = new ArrayList<>();
    for (JsonNode total : node.path(KEY)) {
      totals.add(
          new TableTotal(
              total.path("table").asText(),
              total.path("rows").asLong(),
              total.path("sha256").asText()));
    }
    return new Trailer(totals, node.path("sha256").asText());
  }
}
